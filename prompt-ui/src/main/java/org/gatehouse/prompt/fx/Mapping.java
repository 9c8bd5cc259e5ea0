package org.gatehouse.prompt.fx;

import com.sun.javafx.stage.WindowHelper;
import com.sun.javafx.tk.quantum.WindowStage;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gatehouse.prompt.Standing;
import org.gatehouse.prompt.WindowSystem;

/// Puts a window on the desktop as the window system wants it: kind, parent, and the focus only
/// where it may be taken.
public final class Mapping {

    private Mapping() {}

    /// Shows the window.
    ///
    /// @param gate told when something lies over the window
    public static void show(Stage stage, Standing standing, WindowSystem system, ArmingGate gate) {
        var mayTakeFocus = new AtomicBoolean(true);
        // JavaFX prepares the native window, lists the stage, and only then shows it.
        ListChangeListener<Window> prepared =
                _ -> {
                    mayTakeFocus.set(system.beforeShowing(standing, hidden -> tell(gate, hidden)));
                    nativeWindow(stage).setFocusable(mayTakeFocus.get());
                };
        Window.getWindows().addListener(prepared);
        try {
            stage.show();
        } finally {
            Window.getWindows().removeListener(prepared);
        }
        nativeWindow(stage).setFocusable(true);
        system.afterShowing(nativeWindow(stage).getRawHandle(), standing, mayTakeFocus.get());
    }

    /// JavaFX has no public way to it, and grabs the focus for every stage that it shows unless the
    /// native window cannot take it.
    private static com.sun.glass.ui.Window nativeWindow(Stage stage) {
        return ((WindowStage) WindowHelper.getPeer(stage)).getPlatformWindow();
    }

    private static void tell(ArmingGate gate, boolean covered) {
        Platform.runLater(() -> gate.covered(covered));
    }
}
