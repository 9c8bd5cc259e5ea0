package org.gatehouse.prompt.fx.files;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.gatehouse.prompt.fx.AnswerButton;
import org.gatehouse.prompt.fx.ArmingGate;

/// The keys that mean the same everywhere in the window. A key that repeats answers nothing, and
/// Enter counts when it is let go, if its whole press was meant for what is shown.
final class ChooserKeys {

    private final Scene scene;
    private final ArmingGate gate;
    private final Commands commands;
    private boolean enterBegan;

    /// What keys can bring about.
    interface Commands {

        /// Leaves what is open on top, else the window.
        void escape();

        /// @param counts whether it may answer
        void enter(boolean counts);

        /// One with Control or Alt held, or a function key.
        ///
        /// @return whether it means something
        boolean shortcut(KeyEvent event);
    }

    private ChooserKeys(Scene scene, ArmingGate gate, Commands commands) {
        this.scene = scene;
        this.gate = gate;
        this.commands = commands;
    }

    static void attach(Scene scene, ArmingGate gate, Commands commands) {
        var keys = new ChooserKeys(scene, gate, commands);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, keys::released);
    }

    private void pressed(KeyEvent event) {
        boolean fresh = gate.pressed(event.getCode());
        if (isListOpen()) {
            return;
        }
        boolean onButton = scene.getFocusOwner() instanceof ButtonBase;
        switch (event.getCode()) {
            case ESCAPE -> {
                event.consume();
                if (fresh) {
                    commands.escape();
                }
            }
            case ENTER -> {
                event.consume();
                enterBegan |= fresh;
            }
            case SPACE -> consumeIf(!fresh && onButton, event);
            default -> other(event, fresh);
        }
    }

    /// A letter that is held with Alt would press the button again and again, until it counts.
    private void other(KeyEvent event, boolean fresh) {
        consumeIf(event.isAltDown() && !fresh, event);
        if (!event.isConsumed() && commands.shortcut(event)) {
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            boolean counts = gate.released(KeyCode.ENTER);
            boolean began = enterBegan;
            enterBegan = false;
            if (began && !isListOpen()) {
                commands.enter(counts);
            }
        } else if (event.getCode() != KeyCode.SPACE
                || !(scene.getFocusOwner() instanceof AnswerButton)) {
            gate.released(event.getCode());
        }
    }

    /// The keys belong to the list of a choice while it is open.
    private static boolean isListOpen() {
        return Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance);
    }

    private static void consumeIf(boolean condition, KeyEvent event) {
        if (condition) {
            event.consume();
        }
    }
}
