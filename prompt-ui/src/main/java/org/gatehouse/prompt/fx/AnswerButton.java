package org.gatehouse.prompt.fx;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A button that answers the question, and only by a press which the gate lets count.
///
/// The press is followed here from its beginning to its end, since the toolkit's own button would
/// also fire on a release whose press was meant for something else. [Keyboard] keeps repetitions
/// and Enter away.
public final class AnswerButton extends Button {

    private static final double WIDTH_OF_WORDS = 380;
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

    private final ArmingGate gate;
    private final Runnable answer;

    public AnswerButton(String words, String styleClass, ArmingGate gate, Runnable answer) {
        this.gate = gate;
        this.answer = answer;
        getStyleClass().add(styleClass);
        Folding.put(this, words, WIDTH_OF_WORDS);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(words);
        gate.armedProperty().subscribe(ready -> pseudoClassStateChanged(READY, ready));
        focusedProperty().subscribe(this::disarm);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::mouseReleased);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
    }

    /// What an assistive technology calls.
    @Override
    public void fire() {
        if (gate.countsNow()) {
            answer.run();
        }
    }

    private void mousePressed(MouseEvent event) {
        event.consume();
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && gate.pressed(MouseButton.PRIMARY)) {
            arm();
        }
    }

    private void mouseReleased(MouseEvent event) {
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            release(MouseButton.PRIMARY, contains(event.getX(), event.getY()));
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            event.consume();
            arm();
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            event.consume();
            release(KeyCode.SPACE, true);
        }
    }

    private void release(Object key, boolean onTheButton) {
        boolean begunHere = isArmed();
        disarm();
        if (gate.released(key) && begunHere && onTheButton) {
            answer.run();
        }
    }
}
