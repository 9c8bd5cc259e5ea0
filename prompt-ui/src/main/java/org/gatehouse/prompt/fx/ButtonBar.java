package org.gatehouse.prompt.fx;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.gatehouse.prompt.Wording;
import org.gatehouse.prompt.Wording.Labels;

/// The answers, side by side and equally wide; one above the other if their words are long.
final class ButtonBar {

    private static final int LONGEST_LINE = 44;

    private final GridPane grid = new GridPane();
    private final AnswerButton byDefault;

    private ButtonBar(AnswerButton byDefault, List<AnswerButton> buttons) {
        this.byDefault = byDefault;
        byDefault.getStyleClass().add(Keyboard.DEFAULT);
        grid.getStyleClass().add("buttons");
        boolean stacked = longest(buttons) > LONGEST_LINE / buttons.size();
        for (int i = 0; i < buttons.size(); i++) {
            grid.add(buttons.get(i), stacked ? 0 : i, stacked ? i : 0);
        }
        int columns = stacked ? 1 : buttons.size();
        for (int column = 0; column < columns; column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(constraints);
        }
        grid.setMinHeight(Region.USE_PREF_SIZE);
    }

    /// Of a dialog: no, which is the default, and yes.
    static ButtonBar dialog(Labels labels, ArmingGate gate, Answers answers) {
        var deny = new AnswerButton(labels.deny(), "deny", gate, answers::deny);
        var allow = new AnswerButton(labels.allow(), "allow", gate, answers::allow);
        return new ButtonBar(deny, List.of(deny, allow));
    }

    /// Of a notice: no, this time, which is the default, and yes.
    static ButtonBar notice(Labels labels, ArmingGate gate, Answers answers) {
        var deny = new AnswerButton(labels.deny(), "deny", gate, answers::deny);
        var once = new AnswerButton(Wording.THIS_TIME, "once", gate, answers::dismiss);
        var allow = new AnswerButton(labels.allow(), "allow", gate, answers::allow);
        return new ButtonBar(once, List.of(deny, once, allow));
    }

    /// What the person can say.
    interface Answers {

        void deny();

        void dismiss();

        void allow();
    }

    private static int longest(List<AnswerButton> buttons) {
        return buttons.stream()
                .mapToInt(button -> button.getAccessibleText().length())
                .max()
                .orElse(0);
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
        byDefault.requestFocus();
    }
}
