package org.gatehouse.protocol;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The id of a document: opaque, one element of a path on the mount.
///
/// Shape: 1 to 255 of `[A-Za-z0-9_-]`, and not `by-app`. Ours are 32 hexadecimal digits, 128 random
/// bits; those of an imported table are shorter.
///
/// @param value as it goes over the bus
public record DocumentId(String value) {

    private static final Pattern SHAPE = Pattern.compile("(?!by-app$)[A-Za-z0-9_-]{1,255}");
    private static final int BYTES = 16;

    /// @throws IllegalArgumentException if it has not that shape
    public DocumentId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a document id");
        }
    }

    public static Optional<DocumentId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new DocumentId(text)) : Optional.empty();
    }

    /// One that nobody can guess.
    public static DocumentId random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DocumentId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
