package org.gatehouse.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Paths as `file:` URIs, byte by byte and with the same characters escaped as GLib escapes:
/// thumbnails are found by a digest of the URI.
///
/// Source: RFC 8089; GLib, `glib/gconvert.c`, `g_filename_to_uri` and `g_filename_from_uri`.
public final class FileUri {

    private static final String PREFIX = "file://";
    private static final String HERE = "localhost";
    private static final String UNESCAPED = "!$&'()*+,-./:=@_~";
    private static final int LONGEST = 3 * 4096;

    private FileUri() {}

    /// Such as `file:///home/ada/notes%20of%20May`.
    public static String of(HostPath path) {
        var uri = new StringBuilder(PREFIX);
        path.latin1().chars().forEach(c -> append((char) c, uri));
        return uri.toString();
    }

    private static void append(char c, StringBuilder uri) {
        boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0);
        if (plain) {
            uri.append(c);
        } else {
            uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
        }
    }

    /// Whether a URI is one of a file, on whatever machine.
    public static boolean isFile(String uri) {
        return uri.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /// The path that a URI stands for; empty for any that is not a plain one of this machine.
    public static Optional<HostPath> parse(String uri) {
        if (!isFile(uri) || uri.length() > LONGEST) {
            return Optional.empty();
        }
        var rest = uri.substring(PREFIX.length());
        boolean named = rest.regionMatches(true, 0, HERE, 0, HERE.length());
        var path = named ? rest.substring(HERE.length()) : rest;
        if (!path.startsWith("/") || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            return Optional.empty();
        }
        return unescaped(path).flatMap(bytes -> HostPath.parse(withoutSlash(bytes)));
    }

    private static Optional<byte[]> unescaped(String path) {
        var source = path.getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[source.length];
        int length = 0;
        for (int i = 0; i < source.length; i++) {
            boolean escape = source[i] == '%';
            if (escape && !isHex(source, i + 1)) {
                return Optional.empty();
            }
            bytes[length++] = escape ? (byte) HexFormat.fromHexDigits(path(source, i)) : source[i];
            i += escape ? 2 : 0;
        }
        return Optional.of(Arrays.copyOf(bytes, length));
    }

    private static String path(byte[] source, int at) {
        return new String(source, at + 1, 2, StandardCharsets.US_ASCII);
    }

    private static boolean isHex(byte[] source, int at) {
        return at + 1 < source.length
                && HexFormat.isHexDigit(source[at] & 0xFF)
                && HexFormat.isHexDigit(source[at + 1] & 0xFF);
    }

    private static byte[] withoutSlash(byte[] bytes) {
        boolean slash = bytes.length > 1 && bytes[bytes.length - 1] == '/';
        return slash ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
