package org.gatehouse.prompt.fx;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gatehouse.prompt.Arming;
import org.gatehouse.prompt.Arming.Event;
import org.gatehouse.prompt.Presses;

/// Feeds what happens to a window into its [Arming] and says which presses count.
///
/// In a notice the pointer does not need the focus, which the notice never takes: a first click
/// would only bring it. Keys do, since the window manager may pass the focus on to the notice when
/// another window closes under the hands of a person who types.
public final class ArmingGate {

    private final LongSupplier clock = System::nanoTime;
    private final Presses<Object> presses = new Presses<>();
    private final ReadOnlyBooleanWrapper armed = new ReadOnlyBooleanWrapper();
    private final PauseTransition wait = new PauseTransition();
    private final boolean notice;
    private Arming arming = Arming.unseen();
    private Arming pointer;

    public ArmingGate(Stage stage, boolean notice) {
        this.notice = notice;
        pointer = notice ? Arming.unseenNotice() : Arming.unseen();
        wait.setOnFinished(_ -> refresh());
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> onceDrawn(() -> on(Event.SHOWN)));
        tellEach(stage.xProperty(), Event.MOVED);
        tellEach(stage.yProperty(), Event.MOVED);
        tellEach(stage.widthProperty(), Event.RESIZED);
        tellEach(stage.heightProperty(), Event.RESIZED);
        stage.iconifiedProperty().subscribe(hidden -> covered(hidden));
        stage.focusedProperty().subscribe(focused -> focused(focused));
    }

    /// By the value, which reads it: a listener to invalidation alone hears of the first change,
    /// and of no other until somebody reads the property.
    private void tellEach(ReadOnlyDoubleProperty property, Event event) {
        property.addListener((_, _, _) -> on(event));
    }

    /// Whether a press of the pointer that begins now would count.
    public ReadOnlyBooleanProperty armedProperty() {
        return armed.getReadOnlyProperty();
    }

    public void covered(boolean covered) {
        on(covered ? Event.COVERED : Event.UNCOVERED);
    }

    /// A key or a button of the mouse went down, or repeats.
    ///
    /// @return whether it is a press of its own and not a repetition
    public boolean pressed(Object key) {
        return presses.began(key, clock.getAsLong());
    }

    /// It came up.
    ///
    /// @return whether the whole press counts
    public boolean released(Object key) {
        var began = presses.ended(key);
        var state = key instanceof MouseButton ? pointer : arming;
        return began.isPresent() && state.counts(began.getAsLong());
    }

    /// Whether a press without a beginning, as an assistive technology makes it, counts.
    public boolean countsNow() {
        return pointer.counts(clock.getAsLong());
    }

    /// Something else lies under the pointer now: presses count only after the delay.
    public void startAgain() {
        presses.forget();
        on(Event.RESIZED);
    }

    private void focused(boolean focused) {
        if (!focused) {
            presses.forget();
        }
        on(focused ? Event.FOCUSED : Event.UNFOCUSED);
    }

    private void on(Event event) {
        arming = arming.after(event, clock.getAsLong());
        boolean ofFocus = event == Event.FOCUSED || event == Event.UNFOCUSED;
        if (!(notice && ofFocus)) {
            pointer = pointer.after(event, clock.getAsLong());
        }
        refresh();
    }

    private void refresh() {
        long now = clock.getAsLong();
        armed.set(pointer.counts(now));
        wait.stop();
        if (!armed.get() && pointer.armedAt().isPresent()) {
            wait.setDuration(
                    javafx.util.Duration.millis(
                            Duration.ofNanos(pointer.armedAt().getAsLong() - now).toMillis()
                                    + 1.0));
            wait.playFromStart();
        }
    }

    /// The toolkit calls a window shown before anything of it is on the screen.
    private static void onceDrawn(Runnable action) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames > 1) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
