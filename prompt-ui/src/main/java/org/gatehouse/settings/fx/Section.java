package org.gatehouse.settings.fx;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A title with rows below it, in one frame.
final class Section {

    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-row");

    private final VBox node;
    private final VBox card = Nodes.column("card");
    private final Label hint = Nodes.label("", "section-hint");

    Section(String title) {
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        node = Nodes.column("section", Nodes.label(title, "section-title"), card, hint);
        hint("");
    }

    /// Says something below the rows; nothing with `""`.
    void hint(String text) {
        hint.setText(text);
        Nodes.visible(hint, !text.isEmpty());
    }

    VBox node() {
        return node;
    }

    /// Shows rows.
    ///
    /// @param none what is said where there are none; with `""` the whole section goes
    void show(List<Node> rows, String none) {
        var shown =
                rows.isEmpty()
                        ? List.<Node>of(Nodes.row("row", Nodes.label(none, "row-text")))
                        : rows;
        card.getChildren().setAll(shown);
        shown.forEach(row -> row.pseudoClassStateChanged(FIRST, row.equals(shown.getFirst())));
        Nodes.visible(node, !rows.isEmpty() || !none.isEmpty());
    }
}
