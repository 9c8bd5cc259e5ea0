package org.gatehouse.prompt.fx;

import java.util.List;
import org.gatehouse.prompt.Placement.Box;
import org.gatehouse.prompt.WindowSystem;

/// One question in a window of its own. Threads: the JavaFX application thread.
public interface FxWindow {

    /// Shows the window in a place where its buttons meet none of `strips`.
    ///
    /// @return whether there was such a place
    boolean show(WindowSystem system, List<Box> strips);

    /// Where the buttons are on the screen now, with what the frame may add.
    Box strip();

    void close();
}
