package org.gatehouse.prompt.running;

import java.util.List;
import java.util.Optional;

/// The windows of the desktop, as its window manager lists them.
///
/// Threads: any platform thread; both methods wait for the window system.
public interface OpenWindows {

    /// A window in the list.
    ///
    /// @param pid the process that made it
    /// @param active whether it has the person's attention
    record OpenWindow(long pid, boolean active) {}

    /// The windows at this moment.
    ///
    /// @return empty if this desktop does not let anybody know
    Optional<List<OpenWindow>> now();

    /// Begins to tell of every change of what [#now] answers, maybe also of some that are none.
    /// Changes that come together are told together.
    ///
    /// @param changed called on a platform thread of the watch
    /// @param ended called once when nothing will be told any more, on the same thread
    /// @return whether changes will be told
    boolean watch(Runnable changed, Runnable ended);

    /// A desktop that lets nobody know.
    static OpenWindows unknown() {
        return new OpenWindows() {
            @Override
            public Optional<List<OpenWindow>> now() {
                return Optional.empty();
            }

            @Override
            public boolean watch(Runnable changed, Runnable ended) {
                return false;
            }
        };
    }
}
