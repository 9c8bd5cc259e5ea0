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
    /// @return whether the window may take the focus
    boolean beforeShowing(Standing standing, Consumer<Boolean> covered);

    /// The toolkit has shown the window.
    ///
    /// @param window the native handle of it
    /// @param mayTakeFocus as was said before; if not, the person's attention is asked for
    void afterShowing(long window, Standing standing, boolean mayTakeFocus);

    /// A desktop of which nothing is known.
    static WindowSystem unknown() {
        return new WindowSystem() {
            @Override
            public boolean beforeShowing(Standing standing, Consumer<Boolean> covered) {
                return standing.manner() != Prompt.Manner.NOTICE;
            }

            @Override
            public void afterShowing(long window, Standing standing, boolean mayTakeFocus) {}
        };
    }
}
