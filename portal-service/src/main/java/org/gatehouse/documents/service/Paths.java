package org.gatehouse.documents.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gatehouse.protocol.HostPath;

/// Paths as they go over the bus: `ay` with a NUL at the end.
final class Paths {

    private Paths() {}

    static byte[] terminated(HostPath path) {
        var bytes = path.bytes();
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /// What stands before the first NUL; one need not be there.
    static byte[] unterminated(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return Arrays.copyOf(bytes, length);
    }

    static Optional<HostPath> parse(byte[] bytes) {
        return HostPath.parse(unterminated(bytes));
    }

    /// A name of a file in a folder.
    static Optional<String> name(byte[] bytes) {
        var name = new String(unterminated(bytes), StandardCharsets.ISO_8859_1);
        return HostPath.isName(name) ? Optional.of(name) : Optional.empty();
    }
}
