package org.gatehouse.prompt.fx;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Words that go on in the next line where they reach the edge.
///
/// JavaFX does that itself for text that runs from left to right. In text that runs from right to
/// left its layout throws (`PrismTextLayout.computeTrailingSpaceWidth`, 26.0.2) whenever a line
/// ends in a space, so such text is cut into lines here.
final class Folding {

    private Folding() {}

    /// Shows a text in a label, a button or the like, at most `width` pixels wide.
    static void put(Labeled node, String text, double width) {
        node.setMnemonicParsing(false);
        node.setText(text);
        node.setMinHeight(Region.USE_PREF_SIZE);
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            node.fontProperty().subscribe(font -> node.setText(fold(text, font, width)));
        } else {
            node.setWrapText(true);
        }
    }

    private static String fold(String text, Font font, double width) {
        var breaks = BreakIterator.getLineInstance();
        breaks.setText(text);
        var lines = new ArrayList<String>();
        boolean rightToLeft =
                !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start, breaks, font, width);
            lines.add(directed(text.substring(start, end).strip(), rightToLeft));
            start = end;
        }
        return String.join("\n", lines);
    }

    /// Keeps the text's own direction, whatever the direction of the window. (The newer characters
    /// for that, U+2066 to U+2069, are drawn as boxes.)
    private static String directed(String line, boolean rightToLeft) {
        return (rightToLeft ? '\u202B' : '\u202A') + line + '\u202C';
    }

    private static int endOfLine(
            String text, int start, BreakIterator breaks, Font font, double width) {
        int end = start;
        int next = breaks.following(start);
        while (next != BreakIterator.DONE && fits(text.substring(start, next), font, width)) {
            end = next;
            next = breaks.next();
        }
        return end > start ? end : endInsideWord(text, start, font, width);
    }

    private static int endInsideWord(String text, int start, Font font, double width) {
        int end = text.offsetByCodePoints(start, 1);
        while (end < text.length() && fits(text.substring(start, end + 1), font, width)) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static boolean fits(String line, Font font, double width) {
        var text = new Text(line.strip());
        text.setFont(font);
        return text.getLayoutBounds().getWidth() <= width;
    }
}
