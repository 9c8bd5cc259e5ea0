package org.gatehouse.portal.background;

import java.util.List;
import java.util.Optional;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;

/// One running instance of an app: everything that was started with it, however it was started.
///
/// Threads: any platform thread; looks at files of the kernel.
sealed interface Instance permits FlatpakInstance, UnitInstance {

    AppId app();

    /// Which run of which app; no two instances have the same one.
    String id();

    AppIdentity identity();

    /// When it began; seconds since the epoch.
    long since();

    /// Whether nothing of it runs any longer.
    boolean hasEnded();

    /// Waits for its end, without looking again and again.
    ///
    /// @return whether it has ended
    boolean awaitEnd(int millis) throws SystemCallException;

    /// Processes among which all of its own are.
    List<Integer> candidates();

    /// Whether a process belongs to it at this moment.
    boolean holds(int pid);

    /// The control group that is its alone.
    Optional<ControlGroup> ownGroup();

    /// The same with descriptors of its own, to be closed by the caller.
    ///
    /// @return empty if it has ended
    Optional<? extends Instance> again();

    /// Frees its descriptors.
    void close();
}
