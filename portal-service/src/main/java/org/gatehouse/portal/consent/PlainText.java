package org.gatehouse.portal.consent;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes a text that somebody else wrote harmless to show: one plain line, or nothing.
///
/// NFC; controls, bidirectional and zero-width characters and tags removed; white space and line
/// separators to single spaces; at most 8 combining marks in a row; at most 256 code points.
///
/// Source: security-rules 4.
public final class PlainText {

    private static final int LONGEST = 256;
    private static final int MARKS = 8;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    /// The line to show; empty if nothing visible is left.
    public static String of(String text) {
        var out = new StringBuilder();
        int marks = 0;
        var line = SPACE.matcher(bounded(text)).replaceAll(" ").strip();
        for (int point : Normalizer.normalize(line, Normalizer.Form.NFC).codePoints().toArray()) {
            marks = isMark(point) ? marks + 1 : 0;
            if (isShown(point) && marks <= MARKS) {
                out.appendCodePoint(point);
            }
        }
        var shown = SPACE.matcher(out).replaceAll(" ").strip();
        int points = shown.codePointCount(0, shown.length());
        return points <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /// Before the costly part: far more than is ever shown.
    private static String bounded(String text) {
        return text.length() <= LONGEST * LONGEST ? text : text.substring(0, LONGEST * LONGEST);
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    /// Not shown: controls, formats (bidirectional, zero-width, tags), surrogates, private use,
    /// unassigned.
    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> point != 0x115F && point != 0x1160 && point != 0x3164 && point != 0x2800;
        };
    }
}
