package org.gatehouse.prompt.fx.files;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.Gain;
import org.gatehouse.prompt.fx.AnswerButton;
import org.gatehouse.prompt.fx.ArmingGate;

/// What the app gets, in one sentence, and the two answers.
final class Foot {

    private static final double WIDTH = 460;

    final VBox node = new VBox();
    private final Label gain = new Label();
    private final Label fault = new Label();
    private final CheckBox writable = new CheckBox("The app may change it");
    private final AnswerButton accept;
    private final AnswerButton cancel;
    private final Asked asked;
    private List<String> names = List.of();

    Foot(Asked asked, Options options, ArmingGate gate, Runnable accepted, Runnable cancelled) {
        this.asked = asked;
        var mode = asked.question().mode();
        var label = asked.question().words().acceptOr(Gain.accept(mode));
        accept = new AnswerButton(label.replace("_", ""), "allow", gate, accepted);
        if (!java.text.Bidi.requiresBidi(label.toCharArray(), 0, label.length())) {
            accept.setMnemonicParsing(true);
            accept.setText(label);
        }
        cancel = new AnswerButton("Cancel", "deny", gate, cancelled);
        accept.setMinWidth(120);
        cancel.setMinWidth(110);
        prepareWritable(mode);
        gain.getStyleClass().add("gain");
        gain.setMnemonicParsing(false);
        gain.setMinHeight(Region.USE_PREF_SIZE);
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.setManaged(false);
        var words = new VBox(fault, gain, writable);
        words.getStyleClass().add("gains");
        HBox.setHgrow(words, Priority.ALWAYS);
        var answers = new HBox(words, cancel, accept);
        answers.getStyleClass().add("answers");
        node.getStyleClass().add("foot");
        node.getChildren().addAll(options.node, answers);
        show(List.of(), false);
    }

    /// A folder with everything in it is handed over read-only at first.
    private void prepareWritable(FileMode mode) {
        writable.setSelected(!mode.picksFolders());
        writable.setVisible(!mode.isSaving());
        writable.setManaged(!mode.isSaving());
        writable.setMnemonicParsing(false);
        writable.getStyleClass().add("writable");
        writable.selectedProperty().subscribe(_ -> show(names, !accept.isDisable()));
    }

    /// Says what the app gets.
    ///
    /// @param picked the names of what would be handed over
    /// @param possible whether there is something to answer with
    void show(List<String> picked, boolean possible) {
        names = picked;
        accept.setDisable(!possible);
        Words.put(
                gain,
                Gain.sentence(
                        asked.app().name(), asked.question().mode(), picked, writable.isSelected()),
                WIDTH);
        fault.setManaged(false);
        fault.setVisible(false);
    }

    /// Says why it is not possible.
    void showFault(String inWords) {
        fault.setText(inWords);
        fault.setManaged(true);
        fault.setVisible(true);
    }

    boolean isWritable() {
        return writable.isSelected();
    }

    boolean isPossible() {
        return !accept.isDisable();
    }
}
