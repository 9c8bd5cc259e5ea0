package org.gatehouse.portal.request;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.protocol.PortalException;

/// How many of a kind may live at once: per connection, per app and in all.
///
/// Threads: any; guarded by the object.
final class Quota {

    /// The three limits.
    record Limits(String what, int perConnection, int perApp, int inAll) {}

    private final Limits limits;
    private final Map<Object, Integer> live = new HashMap<>();
    private int total;

    Quota(Limits limits) {
        this.limits = limits;
    }

    /// Takes a place.
    ///
    /// @return to be run when the place is free again; a second time does nothing
    /// @throws PortalException `Failed`, naming the limit
    Runnable take(Caller caller) {
        var freed = new AtomicBoolean();
        synchronized (this) {
            check(count(caller.connection()), limits.perConnection(), "for one connection");
            check(count(caller.app()), limits.perApp(), "for one app");
            check(total, limits.inAll(), "in all");
            add(caller, 1);
        }
        return () -> {
            if (freed.compareAndSet(false, true)) {
                release(caller);
            }
        };
    }

    synchronized int inAll() {
        return total;
    }

    private synchronized void release(Caller caller) {
        add(caller, -1);
    }

    private void add(Caller caller, int change) {
        total += change;
        add((Object) caller.connection(), change);
        if (!caller.app().equals(caller.connection())) {
            add(caller.app(), change);
        }
    }

    private void add(Object owner, int change) {
        live.merge(owner, change, (before, by) -> before + by == 0 ? null : before + by);
    }

    private int count(Object owner) {
        return live.getOrDefault(owner, 0);
    }

    private void check(int now, int most, String whose) {
        if (now >= most) {
            throw PortalException.failed(
                    "limit reached: %d live %s %s".formatted(most, limits.what(), whose));
        }
    }
}
