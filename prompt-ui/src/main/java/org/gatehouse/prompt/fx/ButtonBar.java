package org.gatehouse.prompt.fx;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.gatehouse.prompt.Wording.Labels;

/// The two answers, side by side and equally wide; one above the other if their words are long.
final class ButtonBar {

    private static final int LONGEST_SIDE_BY_SIDE = 22;

    private final GridPane grid = new GridPane();
    private final AnswerButton deny;

    ButtonBar(Labels labels, ArmingGate gate, Runnable onDeny, Runnable onAllow) {
        deny = new AnswerButton(labels.deny(), "deny", gate, onDeny);
        var allow = new AnswerButton(labels.allow(), "allow", gate, onAllow);
        grid.getStyleClass().add("buttons");
        boolean stacked =
                Math.max(labels.deny().length(), labels.allow().length()) > LONGEST_SIDE_BY_SIDE;
        grid.add(deny, 0, 0);
        grid.add(allow, stacked ? 0 : 1, stacked ? 1 : 0);
        for (int column = 0; column < (stacked ? 1 : 2); column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(stacked ? 100 : 50);
            grid.getColumnConstraints().add(constraints);
        }
        grid.setMinHeight(Region.USE_PREF_SIZE);
    }

    Region node() {
        return grid;
    }

    double heightFor(double width) {
        return grid.prefHeight(width);
    }

    double height() {
        return grid.getHeight();
    }

    void focusDefault() {
        deny.requestFocus();
    }
}
