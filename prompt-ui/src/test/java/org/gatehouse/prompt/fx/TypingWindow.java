package org.gatehouse.prompt.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Somebody else's window, in a process of its own, in which the person types.
///
/// Arguments: a file that always holds what has been typed so far.
public final class TypingWindow {

    private TypingWindow() {}

    public static void main(String[] arguments) {
        var typed = Path.of(arguments[0]);
        Platform.startup(() -> {
            var field = new TextField();
            field.textProperty().subscribe(text -> write(typed, text));
            var stage = new Stage();
            stage.setTitle("typing");
            stage.setScene(new Scene(field, 300, 60));
            stage.setX(20);
            stage.setY(40);
            stage.show();
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
