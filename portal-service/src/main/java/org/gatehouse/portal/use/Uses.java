package org.gatehouse.portal.use;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.portal.use.UseListener.AppUse;
import org.gatehouse.portal.use.UseListener.State;
import org.gatehouse.portal.window.InUse;

/// What apps use at this moment.
///
/// A use that counts only while the app is in use pauses and resumes with its windows. Callers that
/// could not be identified are not told to anybody.
///
/// Threads: any; guarded by the object, which is held while a use is paused or resumed and while
/// listeners are told, none of which waits. Windows are looked at before.
@Singleton
public final class Uses {

    private final InUse inUse;
    private final Ledger ledger;
    private final Set<UseListener> listeners;
    private final Map<Use, RunningUse> running = new LinkedHashMap<>();
    private final Map<AppUse, State> told = new HashMap<>();
    private volatile boolean asleep;

    @Inject
    Uses(InUse inUse, Ledger ledger, Set<UseListener> listeners) {
        this.inUse = inUse;
        this.ledger = ledger;
        this.listeners = listeners;
    }

    /// Whether a use may not begin before the app is in use, or the machine awake. May wait for the
    /// windows.
    public boolean mustWait(Use use) {
        if (asleep) {
            return true;
        }
        var key = use.caller().grantKey();
        return use.onlyInUse() && (key.isEmpty() || !inUse.holds(key.get()));
    }

    /// A use has begun.
    ///
    /// @param waiting it has been paused from the start, as [#mustWait] said
    public void begin(Use use, boolean waiting) {
        var key = use.caller().grantKey();
        if (key.isEmpty()) {
            return;
        }
        var one = new RunningUse(use, key.get());
        boolean unseen = inUse.isKnown() && !inUse.holds(key.get());
        synchronized (this) {
            running.put(use, one);
            one.state(waiting ? State.PAUSED : State.ACTIVE);
            one.watchedBy(inUse.watch(key.get(), () -> review(use)));
            tell(one, waiting ? Kind.PAUSED : Kind.USED, waiting ? "not in use" : begun(unseen));
            tellListeners(one.appUse());
        }
        review(use);
    }

    /// Using something in the background is what a person should be able to find.
    private static String begun(boolean unseen) {
        return unseen ? "used in the background" : "used";
    }

    /// The machine is about to sleep, or is awake again: all uses pause meanwhile.
    void asleep(boolean now) {
        asleep = now;
        List<Use> all;
        synchronized (this) {
            all = List.copyOf(running.keySet());
        }
        all.forEach(this::review);
    }

    /// Its terms, or the app's windows, may have changed. May wait for the windows.
    public void review(Use use) {
        boolean wait = mustWait(use);
        synchronized (this) {
            var one = running.get(use);
            var next = wait ? State.PAUSED : State.ACTIVE;
            if (one == null || one.state() == next) {
                return;
            }
            one.state(next);
            if (wait) {
                use.pause();
                tell(one, Kind.PAUSED, asleep ? "the machine sleeps" : "not in use");
            } else {
                use.resume();
                tell(one, Kind.RESUMED, use.onlyInUse() ? "in use again" : "the machine is awake");
            }
            tellListeners(one.appUse());
        }
    }

    /// A use has ended; one that never began is ignored.
    public void end(Use use) {
        synchronized (this) {
            var one = running.remove(use);
            if (one == null) {
                return;
            }
            one.unwatch();
            tell(one, Kind.STOPPED, "ended");
            tellListeners(one.appUse());
        }
    }

    /// What every app uses now, for a listener that has missed something.
    public synchronized Map<AppUse, State> now() {
        return Map.copyOf(told);
    }

    private void tell(RunningUse one, Kind kind, String text) {
        ledger.record(new Event(kind, one.use().permission(), one.use().caller().grantKey(), text));
    }

    private void tellListeners(AppUse app) {
        var states = states(app);
        var now = State.ENDED;
        if (states.contains(State.ACTIVE)) {
            now = State.ACTIVE;
        } else if (states.contains(State.PAUSED)) {
            now = State.PAUSED;
        }
        var before = now == State.ENDED ? told.remove(app) : told.put(app, now);
        if (before != now) {
            for (var listener : listeners) {
                listener.changed(app, now);
            }
        }
    }

    private List<State> states(AppUse app) {
        return running.values().stream()
                .filter(each -> each.appUse().equals(app))
                .map(RunningUse::state)
                .toList();
    }
}
