package org.gatehouse.prompt.fx.files;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileNames;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// The name of a file that is to be written.
final class NameRow {

    final HBox node = new HBox();
    private final TextField field = new TextField();

    /// A file that is there, whose name may hold what cannot be typed.
    private @Nullable HostPath known;

    NameRow(String proposed, Runnable changed) {
        var label = new Label("Name");
        label.setLabelFor(field);
        label.getStyleClass().add("choice-title");
        field.setText(proposed);
        field.setAccessibleText("Name of the file");
        field.getStyleClass().add("name-field");
        field.textProperty().subscribe(_ -> changed.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        node.getChildren().addAll(label, field);
        node.getStyleClass().add("name-row");
    }

    /// Takes over the name of a file that is there.
    void take(HostPath file) {
        known = file;
        field.setText(FileNames.shown(file.name()));
    }

    void take(Entry entry) {
        take(entry.path());
    }

    /// Ready to type another name; the ending stays.
    void focus() {
        field.requestFocus();
        field.selectRange(0, FileNames.stem(field.getText()));
    }

    boolean hasFocus() {
        return field.isFocused();
    }

    /// Why the name cannot be used; `""` if it can.
    String fault() {
        return isKnown() ? "" : FileNames.fault(field.getText());
    }

    /// The name's bytes.
    String name() {
        var file = known;
        return file != null && isKnown() ? file.name() : FileNames.encoded(field.getText());
    }

    private boolean isKnown() {
        var file = known;
        return file != null && FileNames.shown(file.name()).equals(field.getText());
    }
}
