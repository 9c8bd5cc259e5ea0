package org.gatehouse.settings.fx;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gatehouse.settings.SettingsSession;

/// The keys that mean the same on every page: Ctrl+F searches, Ctrl+Z takes the last change back,
/// Escape and Alt+Left go back, Ctrl+1 to Ctrl+5 open the pages, Ctrl+W and Ctrl+Q close.
final class Keys {

    private final Scene scene;
    private final SettingsSession session;
    private final Head head;
    private final Sidebar sidebar;

    private Keys(Scene scene, SettingsSession session, Head head, Sidebar sidebar) {
        this.scene = scene;
        this.session = session;
        this.head = head;
        this.sidebar = sidebar;
    }

    static void attach(Scene scene, SettingsSession session, Head head, Sidebar sidebar) {
        var keys = new Keys(scene, session, head, sidebar);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::filtered);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void filtered(KeyEvent event) {
        if (event.isShortcutDown() && shortcut(event.getCode())) {
            event.consume();
        }
        if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            event.consume();
            session.back();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case F -> head.focusSearch();
            case Z -> {
                return undo();
            }
            case DIGIT1 -> sidebar.open(0);
            case DIGIT2 -> sidebar.open(1);
            case DIGIT3 -> sidebar.open(2);
            case DIGIT4 -> sidebar.open(3);
            case DIGIT5 -> sidebar.open(4);
            case W, Q -> scene.getWindow().hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Where something is being typed, Ctrl+Z belongs to it.
    private boolean undo() {
        boolean typing =
                scene.getFocusOwner() instanceof TextInputControl text && text.isUndoable();
        if (!typing) {
            session.changes().undo();
        }
        return !typing;
    }

    /// After everything that has a use of its own for Escape, such as an open list.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            session.back();
        }
    }
}
