package org.gatehouse.prompt.fx.files;

import java.text.Bidi;
import javafx.scene.control.Labeled;
import org.gatehouse.prompt.fx.Folding;

/// Text that goes on in the next line, in labels whose text changes. See [Folding] for why text
/// that runs from right to left is cut into lines here.
final class Words {

    /// The font may still become a little wider than it is.
    private static final double MARGIN = 0.92;

    private Words() {}

    /// Shows a text, at most `width` pixels wide.
    static void put(Labeled node, String text, double width) {
        boolean bidi = mark(node, text);
        node.setWrapText(!bidi);
        node.setText(bidi ? Folding.fold(text, node.getFont(), width * MARGIN) : text);
    }

    /// Gives text that runs from right to left its font.
    ///
    /// @return whether it does
    static boolean mark(Labeled node, String text) {
        boolean bidi = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        if (bidi != node.getStyleClass().contains(Folding.RIGHT_TO_LEFT)) {
            node.getStyleClass().remove(Folding.RIGHT_TO_LEFT);
            if (bidi) {
                node.getStyleClass().add(Folding.RIGHT_TO_LEFT);
            }
        }
        return bidi;
    }
}
