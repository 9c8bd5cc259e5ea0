package org.gatehouse.portal.window;

import java.util.Optional;
import java.util.Set;

/// Which apps have a visible window now.
///
/// Threads: any.
public interface WindowStates extends AutoCloseable {

    /// The apps that have one; empty if it cannot be told. Does not wait.
    Optional<Set<VisibleApp>> visible();

    /// Where it is known from, for people; `""` if it is not known.
    String source();

    @Override
    void close();

    /// An app that has a visible window.
    ///
    /// @param kind flatpak, snap, linyaps, click or host; `""` where only the id is known
    /// @param app its id
    record VisibleApp(String kind, String app) {

        boolean is(String itsKind, String itsApp) {
            return app.equals(itsApp) && (kind.isEmpty() || kind.equals(itsKind));
        }
    }
}
