package org.gatehouse.ctl.text;

/// How many columns of a terminal a text takes, and texts of a wanted number of them.
///
/// Two for the wide characters of East Asian scripts and for pictures, none for combining marks,
/// one for everything else. All texts are plain, as [PlainText] makes them.
final class Columns {

    private static final String ELLIPSIS = "…";

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int point) {
        if (PlainText.isMark(point)) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
    }

    /// The text, cut with an ellipsis where it would take more than `most` columns.
    static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        var out = new StringBuilder();
        int taken = 1;
        for (int point : text.codePoints().toArray()) {
            taken += of(point);
            if (taken > most) {
                break;
            }
            out.appendCodePoint(point);
        }
        return out + ELLIPSIS;
    }

    /// Spaces that fill `text` up.
    static String padding(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text)));
    }
}
