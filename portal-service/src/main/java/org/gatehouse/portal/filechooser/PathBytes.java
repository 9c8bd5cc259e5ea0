package org.gatehouse.portal.filechooser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gatehouse.protocol.HostPath;

/// Paths as they go over the bus: bytes with one NUL at the end, which some leave out.
final class PathBytes {

    private PathBytes() {}

    /// The bytes as ISO 8859-1 text, without the NUL.
    static String text(byte[] bytes) {
        boolean ended = bytes.length > 0 && bytes[bytes.length - 1] == 0;
        return new String(
                bytes, 0, ended ? bytes.length - 1 : bytes.length, StandardCharsets.ISO_8859_1);
    }

    /// The path that they spell, if they spell one.
    static Optional<HostPath> path(byte[] bytes) {
        return HostPath.parse(text(bytes).getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] of(HostPath path) {
        return of(path.latin1());
    }

    /// @param latin1 the bytes, read as ISO 8859-1
    static byte[] of(String latin1) {
        var bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }
}
