package org.gatehouse.prompt;

import java.util.function.Consumer;

/// What only the desktop's window system can do for a window: parent, kind, focus, being covered.
///
/// Threads: the toolkit's.
public interface WindowSystem {

    /// The toolkit is about to show a window: the next one that it makes.
    ///
    /// @param covered told whenever something begins or ceases to lie over the window, on any
    ///   thread
    void beforeShowing(Prompt prompt, Consumer<Boolean> covered);

    /// The toolkit has shown the window.
    ///
    /// @param window the native handle of it
    void afterShowing(long window, Prompt prompt);

    /// A desktop of which nothing is known.
    static WindowSystem unknown() {
        return new WindowSystem() {
            @Override
            public void beforeShowing(Prompt prompt, Consumer<Boolean> covered) {}

            @Override
            public void afterShowing(long window, Prompt prompt) {}
        };
    }
}
