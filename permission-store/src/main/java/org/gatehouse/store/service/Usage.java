package org.gatehouse.store.service;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gatehouse.Permissions1.UsageChanged;
import org.gatehouse.protocol.PortalException;

/// Who uses what at this moment, as the portal reported it. In memory: a use ends with the process
/// that serves it.
///
/// Threads: any; the listener is told in order, under the lock, and must not wait.
final class Usage {

    private static final int MOST = 10_000;

    private final Map<Use, State> uses = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Consumer<UsageChanged> listener;

    /// What an app uses.
    ///
    /// @param permission the id of a class
    /// @param kind the word of a kind of app
    record Use(String permission, String kind, String app) {}

    /// How it uses it.
    ///
    /// @param reporter unique name of the portal's connection
    /// @param since when it began, in seconds since the epoch
    record State(String reporter, boolean paused, long since) {

        String word() {
            return paused ? "paused" : "active";
        }
    }

    Usage(InstantSource clock, Consumer<UsageChanged> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /// Takes a report.
    ///
    /// @param state active, paused or ended
    /// @throws PortalException `InvalidArgument` for another state; `Failed` beyond 10,000 uses
    synchronized void report(String reporter, Use use, String state) {
        switch (state) {
            case "active" -> begin(reporter, use, false);
            case "paused" -> begin(reporter, use, true);
            case "ended" -> end(use);
            default -> throw PortalException.invalidArgument("state is active, paused or ended");
        }
    }

    private void begin(String reporter, Use use, boolean paused) {
        var before = uses.get(use);
        if (before == null && uses.size() >= MOST) {
            throw PortalException.failed("more than 10,000 uses");
        }
        long since = before == null ? clock.millis() / 1000 : before.since();
        var now = new State(reporter, paused, since);
        uses.put(use, now);
        if (before == null || before.paused() != paused) {
            tell(use, now.word());
        }
    }

    private void end(Use use) {
        if (uses.remove(use) != null) {
            tell(use, "ended");
        }
    }

    /// Ends what a portal reported that has left.
    ///
    /// @return what ended
    synchronized List<Use> end(String reporter) {
        var ended =
                uses.entrySet().stream()
                        .filter(each -> each.getValue().reporter().equals(reporter))
                        .map(Map.Entry::getKey)
                        .toList();
        ended.forEach(this::end);
        return ended;
    }

    private void tell(Use use, String state) {
        listener.accept(new UsageChanged(use.permission(), use.kind(), use.app(), state));
    }

    /// What is used now, oldest first.
    synchronized Map<Use, State> now() {
        return new LinkedHashMap<>(uses);
    }
}
