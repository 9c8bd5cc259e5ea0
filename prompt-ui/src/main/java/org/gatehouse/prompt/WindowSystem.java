package org.gatehouse.prompt;

import java.util.function.Consumer;

/// What only the desktop's window system can do for a window: parent, kind, focus, being covered.
///
/// Threads: the toolkit's.
public interface WindowSystem {

    /// The window exists, but the window manager has not seen it yet.
    ///
    /// @param window the toolkit's native handle of it
    /// @param covered told whenever something begins or ceases to lie over the window, on any
    ///   thread
    void beforeMapping(long window, Prompt prompt, Consumer<Boolean> covered);

    /// The window manager knows the window now.
    void afterMapping(long window, Prompt prompt);

    /// A desktop of which nothing is known.
    static WindowSystem unknown() {
        return new WindowSystem() {
            @Override
            public void beforeMapping(long window, Prompt prompt, Consumer<Boolean> covered) {}

            @Override
            public void afterMapping(long window, Prompt prompt) {}
        };
    }
}
