package org.gatehouse.prompt.fx.files;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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

    private static final double WIDTH = 420;

    final StackPane node = new StackPane();
    private final ArmingGate gate;
    private Runnable byDefault = () -> {};
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
    /// @param named told the name, and what to tell: what is wrong with it, `""` if nothing
    void askName(String title, BiConsumer<String, Consumer<String>> named) {
        var field = new TextField();
        field.setAccessibleText(title);
        field.getStyleClass().add("name-field");
        var fault = text("", "fault");
        Runnable create =
                () ->
                        named.accept(
                                field.getText(),
                                wrong -> {
                                    fault.setText(wrong);
                                    if (wrong.isEmpty()) {
                                        close();
                                    }
                                });
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

    /// What Enter does. On a button that is not the default it would look like that answer, so it
    /// is not taken for any.
    ///
    /// @param owner what has the focus
    void enter(@Nullable Node owner) {
        boolean aimsElsewhere =
                owner instanceof AnswerButton button && button.getStyleClass().contains("allow");
        if (!aimsElsewhere) {
            byDefault.run();
        }
    }

    void close() {
        node.setVisible(false);
        node.getChildren().clear();
        gate.startAgain();
        var before = focus;
        if (before != null) {
            before.requestFocus();
        }
    }

    private static Label text(String words, String styleClass) {
        var label = new Label();
        label.setMnemonicParsing(false);
        Words.put(label, words, WIDTH);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
