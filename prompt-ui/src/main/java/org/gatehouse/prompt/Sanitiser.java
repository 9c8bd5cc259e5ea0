package org.gatehouse.prompt;

import java.text.Normalizer;

/// Makes text of strangers fit to be shown: one plain line that can neither rearrange nor hide what
/// stands around it.
///
/// NFC; controls, bidirectional and other invisible format characters, tag characters, surrogates
/// and private use removed; line ends and every kind of space become one space; at most 8 combining
/// marks on a letter; cut at 256 code points with an ellipsis. Markup is not removed: it is shown
/// as the plain characters it consists of.
public final class Sanitiser {

    static final int LONGEST_LINE = 256;
    static final int LONGEST_TEXT = 1024;
    static final int MOST_MARKS = 8;

    /// Normalising is not linear for hostile input; what lies beyond is never shown anyway.
    private static final int LONGEST_INPUT = 16;

    private Sanitiser() {}

    /// A line of at most 256 code points, or `otherwise` if nothing visible is left.
    public static String line(String text, String otherwise) {
        var clean = clean(text, LONGEST_LINE);
        return clean.isEmpty() ? otherwise : clean;
    }

    /// A paragraph of at most 1,024 code points, `""` if nothing visible is left.
    public static String text(String text) {
        return clean(text, LONGEST_TEXT);
    }

    private static String clean(String text, int longest) {
        var head = text.substring(0, Math.min(text.length(), longest * LONGEST_INPUT));
        var composed = Normalizer.normalize(visible(head), Normalizer.Form.NFC);
        return cut(withFewMarks(composed), longest);
    }

    private static String visible(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> isSpace(c) ? ' ' : c)
                .filter(c -> !isHidden(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> isBlankFiller(c);
        };
    }

    /// Characters that count as letters, marks or symbols and draw nothing.
    private static boolean isBlankFiller(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || c == 0xFFFC
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    /// Also folds runs of spaces and drops marks that have no letter to stand on.
    private static String withFewMarks(String text) {
        var out = new StringBuilder(text.length());
        int marks = MOST_MARKS;
        boolean spaceBefore = true;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean mark = isMark(c);
            marks = mark ? marks + 1 : (c == ' ' ? MOST_MARKS : 0);
            boolean dropped = mark ? marks > MOST_MARKS : c == ' ' && spaceBefore;
            if (!dropped) {
                out.appendCodePoint(c);
                spaceBefore = c == ' ';
            }
        }
        return out.toString().strip();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
