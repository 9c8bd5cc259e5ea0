package org.gatehouse.prompt.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Somebody else's window, in a process of its own, in which the person types.
///
/// Argument: a file that always holds the first letters of the keys pressed so far.
public final class TypingWindow {

    private final Path file;
    private final StringBuilder keys = new StringBuilder();

    private TypingWindow(Path file) {
        this.file = file;
    }

    public static void main(String[] arguments) {
        var window = new TypingWindow(Path.of(arguments[0]));
        Platform.startup(window::show);
    }

    private void show() {
        var scene = new Scene(new VBox(), 300, 60);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event.getCode()));
        var stage = new Stage();
        stage.setTitle("typing");
        stage.setScene(scene);
        stage.setX(20);
        stage.setY(40);
        stage.show();
    }

    private void pressed(KeyCode key) {
        keys.append(key == KeyCode.ENTER ? 'R' : key.name().charAt(0));
        try {
            Files.writeString(file, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
