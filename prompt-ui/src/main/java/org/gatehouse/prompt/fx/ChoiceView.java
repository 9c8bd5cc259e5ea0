package org.gatehouse.prompt.fx;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.Answer.Selection;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Choice.Option;

/// A [Choice] on the screen: a check box; a bar of segments if the words are few and short; tags
/// that flow over several lines if they are many and short; else radio buttons.
///
/// @param node to be put into the window
/// @param selection what is selected now
record ChoiceView(Node node, Supplier<Selection> selection) {

    private static final double MARK = 40;
    private static final int MOST_SEGMENTS = 4;
    private static final int LONGEST_BAR = 44;
    private static final int LONGEST_TAG = 24;

    /// Makes the control.
    ///
    /// @param width how wide it may be
    static ChoiceView of(Choice choice, double width) {
        if (choice.isCheckBox()) {
            return checkBox(choice, width);
        }
        if (choice.id().equals("accuracy")) {
            return radioButtons(choice, width);
        }
        if (fitsIntoBar(choice.options())) {
            return segments(choice, width);
        }
        return areTags(choice.options()) ? tags(choice, width) : radioButtons(choice, width);
    }

    /// Has tags take more lines, so that what stands beside them has room.
    void narrow(double width) {
        if (node.lookup(".tags") instanceof FlowPane tags) {
            tags.setPrefWrapLength(width);
        }
    }

    private static ChoiceView checkBox(Choice choice, double width) {
        var box = new CheckBox();
        Folding.put(box, choice.label(), width - MARK);
        box.setSelected(choice.selected().equals("true"));
        return new ChoiceView(
                box, () -> new Selection(choice.id(), Boolean.toString(box.isSelected())));
    }

    private static boolean fitsIntoBar(List<Option> options) {
        int length = options.stream().mapToInt(option -> option.label().length()).sum();
        return options.size() <= MOST_SEGMENTS && length <= LONGEST_BAR;
    }

    private static boolean areTags(List<Option> options) {
        return options.size() > MOST_SEGMENTS
                && options.stream().allMatch(option -> option.label().length() <= LONGEST_TAG);
    }

    private static ChoiceView radioButtons(Choice choice, double width) {
        var group = new ToggleGroup();
        var column = new VBox();
        column.getStyleClass().add("radios");
        for (var option : choice.options()) {
            var button = new RadioButton();
            Folding.put(button, option.label(), width - MARK);
            prepare(button, option, choice, group);
            column.getChildren().add(button);
        }
        return titled(choice, column, group, width);
    }

    private static ChoiceView segments(Choice choice, double width) {
        var bar = new HBox();
        bar.getStyleClass().add("segments");
        return toggles(choice, bar, width);
    }

    private static ChoiceView tags(Choice choice, double width) {
        var flow = new FlowPane();
        flow.getStyleClass().add("tags");
        flow.setPrefWrapLength(width);
        return toggles(choice, flow, width);
    }

    private static ChoiceView toggles(Choice choice, Pane pane, double width) {
        var group = new ToggleGroup();
        for (var option : choice.options()) {
            var button = new ToggleButton(option.label());
            button.setMnemonicParsing(false);
            button.setMinWidth(Region.USE_PREF_SIZE); // beside another choice, that one gives way
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            prepare(button, option, choice, group);
            button.addEventHandler(KeyEvent.KEY_PRESSED, event -> step(event, group));
            pane.getChildren().add(button);
        }
        // One of them stays selected, as with radio buttons.
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    }
                });
        return titled(choice, pane, group, width);
    }

    private static void prepare(
            ToggleButton button, Option option, Choice choice, ToggleGroup group) {
        button.setUserData(option.id());
        button.setToggleGroup(group);
        button.setSelected(option.id().equals(choice.selected()));
        button.setAccessibleText(choice.label() + ": " + option.label());
    }

    /// Left and right select, as they do among radio buttons.
    private static void step(KeyEvent event, ToggleGroup group) {
        boolean left = event.getCode() == KeyCode.LEFT;
        if (left || event.getCode() == KeyCode.RIGHT) {
            event.consume();
            var toggles = group.getToggles();
            int now = toggles.indexOf(group.getSelectedToggle());
            int next = Math.clamp(left ? now - 1 : now + 1, 0, toggles.size() - 1);
            group.selectToggle(toggles.get(next));
            ((ToggleButton) toggles.get(next)).requestFocus();
        }
    }

    private static ChoiceView titled(Choice choice, Node control, ToggleGroup group, double width) {
        var title = new Label();
        Folding.put(title, choice.label(), width);
        title.getStyleClass().add("choice-title");
        var node = new VBox(title, control);
        node.getStyleClass().add("choice");
        return new ChoiceView(node, () -> new Selection(choice.id(), selected(choice, group)));
    }

    private static String selected(Choice choice, ToggleGroup group) {
        var toggle = group.getSelectedToggle();
        return toggle == null ? choice.selected() : (String) toggle.getUserData();
    }
}
