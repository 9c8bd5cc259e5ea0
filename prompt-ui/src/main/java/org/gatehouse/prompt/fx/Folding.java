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
public final class Folding {

    /// The style class of what may run from right to left. It gets a font that has these scripts
    /// and punctuation, since JavaFX also puts stretches of different fonts into the wrong order.
    public static final String RIGHT_TO_LEFT = "right-to-left";

    private Folding() {}

    /// Shows a text in a label, a button or the like, at most `width` pixels wide.
    public static void put(Labeled node, String text, double width) {
        node.setMnemonicParsing(false);
        node.setText(text);
        node.setMinHeight(Region.USE_PREF_SIZE);
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            node.getStyleClass().add(RIGHT_TO_LEFT);
            node.fontProperty().subscribe(font -> node.setText(fold(text, font, width)));
        } else {
            node.setWrapText(true);
        }
    }

    /// The text with line ends where it reaches the edge.
    public static String fold(String text, Font font, double width) {
        var breaks = BreakIterator.getLineInstance();
        breaks.setText(text);
        var lines = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start, breaks, font, width);
            lines.add(text.substring(start, end).strip());
            start = end;
        }
        return String.join("\n", lines);
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
