package org.gatehouse.settings.fx;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gatehouse.settings.Model.Message;
import org.gatehouse.settings.SettingsSession;

/// The line at the foot of the window: what was done, and the offer to undo it.
final class MessageBar {

    private final HBox bar;
    private final Label text = Nodes.label("", "message-text");
    private final Button undo;

    MessageBar(SettingsSession session) {
        undo = Nodes.button("_Undo", session.changes()::undo, "undo");
        undo.setMnemonicParsing(true);
        var close = Nodes.signButton(Nodes.CLOSE, "Put the message away", session::closeMessage);
        bar = Nodes.row("message-bar", text, Nodes.spacer(), undo, close);
        bar.setAccessibleRole(AccessibleRole.TEXT);
        Nodes.visible(bar, false);
    }

    HBox node() {
        return bar;
    }

    void show(Optional<Message> message) {
        Nodes.visible(bar, message.isPresent());
        message.ifPresent(shown -> {
            Nodes.putSentence(text, shown.text());
            bar.setAccessibleText(shown.text());
            Nodes.visible(undo, shown.undo() > 0);
        });
    }
}
