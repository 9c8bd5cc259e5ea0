package org.gatehouse.bus.wire;

/// The rule for object paths.
///
/// Source: D-Bus specification, "Valid Object Paths".
public final class ObjectPaths {

    private ObjectPaths() {}

    /// @throws IllegalArgumentException if `path` is not a valid object path
    public static String checked(String path) {
        if (!isValid(path)) {
            throw new IllegalArgumentException("not an object path");
        }
        return path;
    }

    public static boolean isValid(String path) {
        if (path.equals("/")) {
            return true;
        }
        if (!path.startsWith("/") || path.endsWith("/")) {
            return false;
        }
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean valid = c == '/' ? path.charAt(i - 1) != '/' : isElement(c);
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private static boolean isElement(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_';
    }
}
