package org.gatehouse.store.service;

import java.util.Comparator;
import java.util.List;
import org.gatehouse.protocol.PortalException;

/// What runs now, as the portal reported it. In memory: the next portal looks anew.
///
/// Threads: any; `changed` is run under the lock and must not wait.
final class Instances {

    private static final int MOST = 1_000;
    private static final Comparator<Instance> LONGEST_FIRST =
            Comparator.comparingLong(Instance::since)
                    .thenComparing(Instance::app)
                    .thenComparing(Instance::id);

    private final Runnable changed;
    private String reporter = "";
    private List<Instance> running = List.of();

    /// One that runs.
    ///
    /// @param kind the word of a kind of app
    /// @param id the portal's, opaque
    /// @param state background, open, active or unknown
    /// @param message the app's own words, `""` if none
    /// @param since seconds since the epoch
    record Instance(
            String kind,
            String app,
            String id,
            String state,
            String message,
            long since,
            boolean atLogin) {}

    Instances(Runnable changed) {
        this.changed = changed;
    }

    /// Takes the whole list in place of the last one.
    ///
    /// @param connection unique name of the portal's connection
    /// @throws PortalException `Failed` beyond 1,000
    synchronized void report(String connection, List<Instance> now) {
        if (now.size() > MOST) {
            throw PortalException.failed("more than 1,000 instances");
        }
        reporter = connection;
        become(now.stream().sorted(LONGEST_FIRST).toList());
    }

    /// Forgets what a portal reported that has left.
    synchronized void end(String connection) {
        if (reporter.equals(connection)) {
            become(List.of());
        }
    }

    private void become(List<Instance> now) {
        if (!now.equals(running)) {
            running = now;
            changed.run();
        }
    }

    /// What runs now, longest first.
    synchronized List<Instance> now() {
        return running;
    }
}
