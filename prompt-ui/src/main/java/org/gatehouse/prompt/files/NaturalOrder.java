package org.gatehouse.prompt.files;

/// The order in which people expect names: case does not count, and numbers go by their value, so
/// that `page 9` comes before `page 10`.
final class NaturalOrder {

    private NaturalOrder() {}

    static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            char a = one.charAt(i);
            char b = other.charAt(j);
            int order;
            if (isDigit(a) && isDigit(b)) {
                int endOfA = endOfDigits(one, i);
                int endOfB = endOfDigits(other, j);
                order = numbers(one, i, endOfA, other, j, endOfB);
                i = endOfA;
                j = endOfB;
            } else {
                order = Character.compare(folded(a), folded(b));
                i++;
                j++;
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /// By value, whatever the length: leading zeros do not count.
    private static int numbers(String one, int i, int endOfA, String other, int j, int endOfB) {
        int a = afterZeros(one, i, endOfA);
        int b = afterZeros(other, j, endOfB);
        int byLength = Integer.compare(endOfA - a, endOfB - b);
        if (byLength != 0) {
            return byLength;
        }
        for (; a < endOfA; a++, b++) {
            int order = Character.compare(one.charAt(a), other.charAt(b));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int afterZeros(String text, int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int endOfDigits(String text, int start) {
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Letters with marks stand beside the bare ones.
    private static char folded(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Bare.letter(c);
    }

    /// Loaded for the first name that is not plain.
    private static final class Bare {
        static char letter(char c) {
            var apart =
                    java.text.Normalizer.normalize(
                            String.valueOf(c), java.text.Normalizer.Form.NFD);
            return Character.toLowerCase(apart.charAt(0));
        }
    }
}
