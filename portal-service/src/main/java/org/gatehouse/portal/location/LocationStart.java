package org.gatehouse.portal.location;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.portal.consent.Admission;
import org.gatehouse.portal.consent.ConsentRequest;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.portal.consent.Question.Place;
import org.gatehouse.portal.location.LocationSource.Start;
import org.gatehouse.portal.request.Flow;
import org.gatehouse.portal.request.Outcome;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.RequestHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens to one Start: consent, then the source, then the Response, then positions.
///
/// Thread: the virtual thread of the request.
final class LocationStart implements Flow {

    private static final Logger LOG = LoggerFactory.getLogger(LocationStart.class);
    private static final int PATIENCE_SECONDS = 60;

    private final LocationStarts parts;
    private final LocationSession session;
    private final ParentWindow parent;
    private final long madeAt = System.nanoTime();

    LocationStart(LocationStarts parts, LocationSession session, ParentWindow parent) {
        this.parts = parts;
        this.session = session;
        this.parent = parent;
    }

    @Override
    public Outcome run(RequestHandle handle) throws InterruptedException {
        session.begin(Thread.currentThread());
        var outcome = outcome(handle);
        if (session.done()) {
            return Outcome.other();
        }
        if (!outcome.isSuccess()) {
            session.end();
        }
        return outcome;
    }

    private Outcome outcome(RequestHandle handle) throws InterruptedException {
        long changes = parts.watch().changes();
        return switch (admission(handle)) {
            case Admission.Admitted admitted -> begin(handle, admitted, changes);
            case Admission.Refused() -> Outcome.cancelled();
            case Admission.Undecided _ -> Outcome.other();
        };
    }

    private Admission admission(RequestHandle handle) throws InterruptedException {
        var caller = session.caller();
        var request =
                new ConsentRequest(
                        caller,
                        parts.permission(),
                        session.asked().rank(),
                        parts.reason(caller),
                        new Place(handle, parent),
                        madeAt);
        return parts.gate().admit(request);
    }

    private Outcome begin(RequestHandle handle, Admission.Admitted admitted, long changes)
            throws InterruptedException {
        session.admitted(admitted.rank(), admitted.basis());
        if (parts.watch().changes() != changes) {
            // changed between the look at the store and now, when the watch begins to see us
            if (!parts.review().isKept(session)) {
                return Outcome.cancelled();
            }
        }
        return admitted.rank() == 0 ? Outcome.success(() -> {}) : follow(handle);
    }

    private Outcome follow(RequestHandle handle) throws InterruptedException {
        session.onResume(this::resume);
        if (parts.uses().mustWait(session)) {
            session.pause();
            return Outcome.success(this::opened);
        }
        return switch (parts.source().track(session.wish(), session::update)) {
            case Start.Started(var tracking) -> {
                session.follow(tracking);
                yield Outcome.success(this::opened);
            }
            case Start.Absent(var why) -> unavailable(handle, why);
            case Start.Failed(var why) -> unavailable(handle, why);
        };
    }

    /// On a thread of its own, after the app has become visible again.
    private void resume() {
        try {
            switch (parts.source().track(session.wish(), session::update)) {
                case Start.Started(var tracking) -> session.follow(tracking);
                case Start.Absent(var why) -> LOG.warn("no source of positions: {}", why);
                case Start.Failed(var why) -> LOG.warn("no source of positions: {}", why);
            }
        } catch (InterruptedException e) {
            LOG.debug("a session was not resumed: {}", e.getMessage());
        }
    }

    private Outcome unavailable(RequestHandle handle, String why) {
        LOG.warn("{}: no source of positions: {}", handle, why);
        return Outcome.other();
    }

    private void opened() {
        session.open();
        parts.uses().begin(session, session.isPaused());
        if (session.isEnded()) {
            // it ended before it began
            parts.uses().end(session);
            return;
        }
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .execute(this::tellIfNoPosition);
    }

    private void tellIfNoPosition() {
        if (!session.isEnded() && !session.hasPosition()) {
            tell("no position is known after " + PATIENCE_SECONDS + " seconds");
        }
    }

    private void tell(String text) {
        var key = session.caller().grantKey();
        parts.ledger().record(new Event(Kind.USED, parts.permission(), key, text));
    }

    @Override
    public void abandoned() {
        session.end();
    }
}
