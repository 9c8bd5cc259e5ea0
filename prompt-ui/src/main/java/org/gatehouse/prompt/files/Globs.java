package org.gatehouse.prompt.files;

/// Shell patterns for names: `*`, `?`, `[a-z]`, `[!a-z]` and `\` before a character that stands for
/// itself. Case counts.
///
/// A person's folder is matched against an app's patterns, so no pattern may take long: the work is
/// at most the product of the two lengths.
final class Globs {

    private Globs() {}

    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            int end =
                    p < pattern.length() && pattern.charAt(p) != '*'
                            ? one(pattern, p, name.charAt(n))
                            : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (end >= 0) {
                p = end;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /// Where the pattern goes on if its element at `p` matches `c`; -1 if it does not.
    private static int one(String pattern, int p, char c) {
        return switch (pattern.charAt(p)) {
            case '?' -> p + 1;
            case '[' -> set(pattern, p, c);
            case '\\' -> escaped(pattern, p, c);
            default -> pattern.charAt(p) == c ? p + 1 : -1;
        };
    }

    private static int escaped(String pattern, int p, char c) {
        if (p + 1 == pattern.length()) {
            return c == '\\' ? p + 1 : -1;
        }
        return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }

    private static int set(String pattern, int p, char c) {
        boolean negated = pattern.startsWith("!", p + 1) || pattern.startsWith("^", p + 1);
        int first = p + (negated ? 2 : 1);
        int end = pattern.indexOf(']', first + 1);
        if (end < 0) {
            return c == '[' ? p + 1 : -1; // not a set: the bracket itself
        }
        boolean found = false;
        for (int i = first; i < end; i++) {
            boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
            found |=
                    range
                            ? c >= pattern.charAt(i) && c <= pattern.charAt(i + 2)
                            : c == pattern.charAt(i);
            i += range ? 2 : 0;
        }
        return found != negated ? end + 1 : -1;
    }
}
