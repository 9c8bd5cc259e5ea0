package org.gatehouse.prompt.fx;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that mean the same everywhere in the window: Escape dismisses, Enter gives the default
/// answer, which never allows, and a key that repeats presses nothing.
final class Keyboard {

    /// The style class of the button that Enter stands for.
    static final String DEFAULT = "default-answer";

    private final Scene scene;
    private final ArmingGate gate;
    private final Runnable byDefault;
    private final Runnable dismiss;

    private Keyboard(Scene scene, ArmingGate gate, Runnable byDefault, Runnable dismiss) {
        this.scene = scene;
        this.gate = gate;
        this.byDefault = byDefault;
        this.dismiss = dismiss;
    }

    /// Listens in a scene.
    ///
    /// @param byDefault gives the default answer
    static void attach(Scene scene, ArmingGate gate, Runnable byDefault, Runnable dismiss) {
        var keyboard = new Keyboard(scene, gate, byDefault, dismiss);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keyboard::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, keyboard::released);
    }

    private void pressed(KeyEvent event) {
        boolean fresh = gate.pressed(event.getCode());
        switch (event.getCode()) {
            case ESCAPE -> {
                event.consume();
                dismiss.run();
            }
            case ENTER -> event.consume();
            case SPACE -> consumeUnless(fresh, event);
            default -> {}
        }
    }

    private void released(KeyEvent event) {
        var owner = scene.getFocusOwner();
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            // On another button it would look like that answer, so it is not taken for any.
            boolean aimsElsewhere =
                    owner instanceof AnswerButton && !owner.getStyleClass().contains(DEFAULT);
            if (gate.released(KeyCode.ENTER) && !aimsElsewhere) {
                byDefault.run();
            }
        } else if (event.getCode() != KeyCode.SPACE || !(owner instanceof AnswerButton)) {
            gate.released(event.getCode());
        }
    }

    private static void consumeUnless(boolean fresh, KeyEvent event) {
        if (!fresh) {
            event.consume();
        }
    }
}
