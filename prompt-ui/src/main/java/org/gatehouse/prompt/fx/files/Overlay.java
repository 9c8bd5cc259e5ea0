package org.gatehouse.prompt.fx.files;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.AnswerButton;
import org.gatehouse.prompt.fx.ArmingGate;
import org.jspecify.annotations.Nullable;

/// A question of our own that lies over the whole content of the window until it is answered. Its
/// buttons wait as those of the window do, so that a double click on Save does not answer it.
final class Overlay {

    final StackPane node = new StackPane();
    private final ArmingGate gate;
    private Runnable byDefault = () -> {};
    private Runnable restore = () -> {};
    private @Nullable Node focus;

    Overlay(ArmingGate gate) {
        this.gate = gate;
        node.getStyleClass().add("overlay");
        node.setVisible(false);
    }

    boolean isOpen() {
        return node.isVisible();
    }

    /// Asks whether a file is to be replaced. Not replacing is the default.
    void confirm(String title, String body, String yes, Runnable confirmed) {
        var keep = new AnswerButton("Cancel", "deny", gate, this::close);
        var go =
                new AnswerButton(
                        yes,
                        "allow",
                        gate,
                        () -> {
                            close();
                            confirmed.run();
                        });
        byDefault = this::close;
        open(List.of(text(title, "title"), text(body, "body")), List.of(keep, go), keep);
    }

    /// Asks for a name.
    ///
    /// @param named told the name; says what is wrong with it, `""` if nothing
    void askName(String title, java.util.function.Function<String, String> named) {
        var field = new TextField();
        field.setAccessibleText(title);
        field.getStyleClass().add("name-field");
        var fault = text("", "fault");
        Runnable create =
                () -> {
                    var wrong = named.apply(field.getText());
                    fault.setText(wrong);
                    if (wrong.isEmpty()) {
                        close();
                    }
                };
        byDefault = create;
        var cancel = new AnswerButton("Cancel", "deny", gate, this::close);
        var go = new AnswerButton("Create", "allow", gate, create);
        open(List.of(text(title, "title"), field, fault), List.of(cancel, go), field);
    }

    private void open(List<Node> content, List<AnswerButton> buttons, Node first) {
        var scene = node.getScene();
        focus = scene == null ? null : scene.getFocusOwner();
        var row = new HBox();
        row.getStyleClass().add("overlay-buttons");
        row.getChildren().addAll(buttons);
        var panel = new VBox();
        panel.getStyleClass().add("panel");
        panel.getChildren().addAll(content);
        panel.getChildren().add(row);
        panel.setMaxSize(460, Region.USE_PREF_SIZE);
        node.getChildren().setAll(panel);
        node.setVisible(true);
        gate.startAgain();
        first.requestFocus();
    }

    /// What Enter does.
    void enter() {
        byDefault.run();
    }

    void close() {
        node.setVisible(false);
        node.getChildren().clear();
        gate.startAgain();
        restore.run();
        var before = focus;
        if (before != null) {
            before.requestFocus();
        }
    }

    /// What else is to be done when it has gone.
    void onClose(Runnable action) {
        restore = action;
    }

    private static Label text(String words, String styleClass) {
        var label = new Label(words);
        label.setMnemonicParsing(false);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
