package org.gatehouse.portal.filechooser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gatehouse.protocol.HostPath;

/// `file://` URIs, RFC 8089, whose paths are bytes and not text.
final class FileUri {

    private static final String SCHEME = "file://";
    private static final String LOCALHOST = "localhost";

    /// What stands for itself in a path: RFC 3986, unreserved and those that GLib leaves alone.
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";

    private FileUri() {}

    /// Whether a backend may give this as something that was picked.
    static boolean isFile(String uri) {
        return uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /// The path that a URI names; empty if it is not on this machine, or not a path.
    static Optional<HostPath> path(String uri) {
        if (!isFile(uri)) {
            return Optional.empty();
        }
        var rest = uri.substring(SCHEME.length());
        if (rest.regionMatches(true, 0, LOCALHOST, 0, LOCALHOST.length())) {
            rest = rest.substring(LOCALHOST.length());
        }
        return decoded(withoutSlash(rest)).flatMap(HostPath::parse);
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    private static Optional<byte[]> decoded(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new byte[bytes.length];
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != '%') {
                decoded[length++] = bytes[at];
                continue;
            }
            int high = at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
            int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded[length++] = (byte) (high << 4 | low);
            at += 2;
        }
        return Optional.of(Arrays.copyOf(decoded, length));
    }

    /// The URI of a path.
    static String of(HostPath path) {
        var uri = new StringBuilder(SCHEME);
        for (byte each : path.bytes()) {
            char character = (char) (each & 0xff);
            if (isPlain(character)) {
                uri.append(character);
            } else {
                uri.append("%%%02X".formatted((int) character));
            }
        }
        return uri.toString();
    }

    private static boolean isPlain(char character) {
        return PLAIN.indexOf(character) >= 0;
    }
}
