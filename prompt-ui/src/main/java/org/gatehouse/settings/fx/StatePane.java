package org.gatehouse.settings.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.Glyph;

/// What stands in place of a page or a list that has nothing to show: a sign, a sentence, what to
/// do.
final class StatePane extends VBox {

    private static final double WIDTH = 380;

    private final Label title = Nodes.label("", "state-title");
    private final Label text = Nodes.label("", "state-text");

    StatePane(String drawing) {
        getStyleClass().add("state");
        text.setWrapText(true);
        text.setMaxWidth(WIDTH);
        getChildren().addAll(Glyph.drawn(drawing, "state-sign"), title, text);
    }

    StatePane with(String says, String more) {
        title.setText(says);
        text.setText(more);
        Nodes.visible(text, !more.isEmpty());
        return this;
    }

    /// With a button below.
    StatePane action(String words, Runnable action) {
        getChildren().add(Nodes.button(words, action, "primary"));
        return this;
    }
}
