package org.gatehouse.prompt.fx.files;

import javafx.scene.control.Label;

/// What is said in the place of files: that there are none, or why.
final class Message {

    final Label node = new Label();

    Message() {
        node.getStyleClass().add("message");
        node.setWrapText(true);
        node.setMouseTransparent(true);
    }

    /// @param words `""` for nothing
    void show(String words) {
        node.setText(words);
        node.setVisible(!words.isEmpty());
    }
}
