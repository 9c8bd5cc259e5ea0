package org.gatehouse.portal.background;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;

/// One running instance of an app that a unit of the person's systemd holds: a scope that was made
/// for it, or a service. Whatever it starts stays in the unit's control group.
///
/// Threads: any platform thread.
///
/// @param id the unit's name
/// @param path of its control group in the unified hierarchy
/// @param since when its oldest process began; seconds since the epoch
record UnitInstance(
        AppIdentity identity, AppId app, String id, String path, ControlGroup group, long since)
        implements Instance {

    private static final String SERVICE = ".service";
    private static final String AT_LOGIN = "@autostart" + SERVICE;

    /// Whether systemd started it from the entry that starts it at login: it makes a unit of this
    /// name for each entry.
    boolean isFromAutostartEntry() {
        return id.endsWith(AT_LOGIN);
    }

    /// Whether it was installed to run so, as a snap's service is.
    boolean isService() {
        return id.endsWith(SERVICE) && !isFromAutostartEntry();
    }

    @Override
    public boolean hasEnded() {
        return !group.isPopulated();
    }

    /// Waits for one process after the other: each is a new chance for others to have ended too.
    @Override
    public boolean awaitEnd(int millis) throws SystemCallException {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (!hasEnded()) {
            int left = Math.toIntExact(Duration.ofNanos(end - System.nanoTime()).toMillis());
            if (left <= 0) {
                return false;
            }
            awaitOne(left);
        }
        return true;
    }

    private void awaitOne(int millis) throws SystemCallException {
        for (int pid : group.processes()) {
            try (var process = Descriptor.ofProcess(pid)) {
                if (holds(pid)) {
                    process.awaitEnd(millis);
                    return;
                }
            }
        }
    }

    @Override
    public List<Integer> candidates() {
        return group.processes();
    }

    @Override
    public boolean holds(int pid) {
        return ControlGroup.unified(pid)
                .filter(at -> at.equals(path) || at.startsWith(path + "/"))
                .isPresent();
    }

    @Override
    public Optional<ControlGroup> ownGroup() {
        return Optional.of(group);
    }

    @Override
    public Optional<UnitInstance> again() {
        return hasEnded() ? Optional.empty() : Optional.of(this);
    }

    @Override
    public void close() {
        // it has no descriptors
    }
}
