package org.gatehouse.ctl.text;

/// Makes text from elsewhere fit for a terminal: one line that can neither command the terminal nor
/// rearrange or hide what stands around it.
///
/// Line ends and every kind of space become one space. Controls (an escape sequence begins with
/// one), bidirectional and other invisible format characters, tags, lone surrogates, private use
/// and fillers become `�`, so that it shows that something was there. At most 8 combining marks in
/// a row.
public final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int MOST_MARKS = 8;

    private PlainText() {}

    public static String of(String text) {
        var out = new StringBuilder(text.length());
        int marks = 0;
        for (int point : text.codePoints().toArray()) {
            marks = isMark(point) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                out.appendCodePoint(shown(point));
            }
        }
        return out.toString();
    }

    private static int shown(int point) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85) {
            return ' ';
        }
        return isHidden(point) ? REPLACEMENT : point;
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> isFiller(point);
        };
    }

    /// Characters that count as letters or symbols and draw nothing.
    private static boolean isFiller(int point) {
        return point == 0x115F
                || point == 0x1160
                || point == 0x2800
                || point == 0x3164
                || point == 0xFFA0
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }
}
