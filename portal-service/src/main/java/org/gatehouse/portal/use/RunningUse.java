package org.gatehouse.portal.use;

import org.gatehouse.portal.consent.GrantKey;
import org.gatehouse.portal.use.UseListener.AppUse;
import org.gatehouse.portal.use.UseListener.State;

/// One use from its beginning to its end. Guarded by [Uses].
final class RunningUse {

    private final Use use;
    private final GrantKey key;
    private Runnable unwatch = () -> {};
    private State state = State.ACTIVE;

    RunningUse(Use use, GrantKey key) {
        this.use = use;
        this.key = key;
    }

    Use use() {
        return use;
    }

    GrantKey key() {
        return key;
    }

    AppUse appUse() {
        return new AppUse(use.permission(), key);
    }

    State state() {
        return state;
    }

    void state(State now) {
        state = now;
    }

    void watchedBy(Runnable end) {
        unwatch = end;
    }

    void unwatch() {
        unwatch.run();
    }
}
