package org.gatehouse.prompt.fx;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that mean the same everywhere in the window: Escape dismisses, Enter refuses and never
/// allows, and a key that repeats presses nothing.
final class Keyboard {

    private final Scene scene;
    private final ArmingGate gate;
    private final Runnable deny;
    private final Runnable dismiss;

    private Keyboard(Scene scene, ArmingGate gate, Runnable deny, Runnable dismiss) {
        this.scene = scene;
        this.gate = gate;
        this.deny = deny;
        this.dismiss = dismiss;
    }

    /// Listens in a scene.
    ///
    /// @param deny the default answer
    static void attach(Scene scene, ArmingGate gate, Runnable deny, Runnable dismiss) {
        var keyboard = new Keyboard(scene, gate, deny, dismiss);
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
            // On the Allow button it would look like a yes, so it is not taken for a no either.
            boolean aimsAtAllow = owner != null && owner.getStyleClass().contains("allow");
            if (gate.released(KeyCode.ENTER) && !aimsAtAllow) {
                deny.run();
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
