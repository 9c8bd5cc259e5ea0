package org.gatehouse.portal.location;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.backend.RevocationWatch;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.portal.consent.StoredDecision;
import org.gatehouse.portal.request.Sessions;

/// Ends or lowers running sessions when what is stored about their app, or the policy, has changed.
///
/// What holds for each app is read anew, since a row does not say for which kind of caller it was
/// decided. A store that does not answer within 700 ms is not waited for: the signal's own rows
/// then count, and after the store's return nothing is trusted that cannot be read.
///
/// Threads: one of the bus layer, one change after another; each app is read on a thread of its
/// own.
final class LocationRevocation implements RevocationWatch.Listener {

    private static final long PATIENCE_MILLIS = 700;
    private static final Executor THREADS = Thread::startVirtualThread;

    private final Sessions sessions;
    private final ConsentGate gate;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final LocationReview review;

    @Inject
    LocationRevocation(
            Sessions sessions,
            ConsentGate gate,
            Ledger ledger,
            Catalogue catalogue,
            LocationReview review) {
        this.sessions = sessions;
        this.gate = gate;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.review = review;
    }

    @Override
    public void changed(Map<String, List<String>> rows) {
        review(Optional.of(rows));
    }

    @Override
    public void storeReturned() {
        review(Optional.empty());
    }

    /// The policy has changed.
    void policyChanged() {
        review(Optional.empty());
    }

    private void review(Optional<Map<String, List<String>>> rows) {
        var apps =
                sessions.ofType(LocationSession.class).stream()
                        .filter(each -> each.caller().grantKey().isPresent())
                        .collect(Collectors.groupingBy(each -> each.caller().grantKey()));
        var readings =
                apps.values().stream()
                        .collect(
                                Collectors.toMap(
                                        running -> running,
                                        running -> reading(running.getFirst().caller())));
        readings.forEach((running, reading) ->
                apply(running, settled(running.getFirst(), reading.join(), rows)));
    }

    private CompletableFuture<StoredDecision> reading(Caller caller) {
        return CompletableFuture.supplyAsync(() -> stored(caller), THREADS)
                .completeOnTimeout(
                        new StoredDecision.Unreadable(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private StoredDecision stored(Caller caller) {
        try {
            return gate.stored(caller, permission());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StoredDecision.Unreadable();
        }
    }

    private StoredDecision settled(
            LocationSession any, StoredDecision read, Optional<Map<String, List<String>>> rows) {
        if (rows.isEmpty() || !(read instanceof StoredDecision.Unreadable)) {
            return read;
        }
        var row = rows.get().getOrDefault(any.caller().identity().wireId(), List.of());
        return StoredDecision.of(permission(), row, permission().highest(), Lifespan.ALWAYS);
    }

    private PermissionClass permission() {
        return catalogue.get(LocationPortal.CLASS);
    }

    private void apply(List<LocationSession> running, StoredDecision stored) {
        for (var session : running) {
            if (!isKept(session, stored)) {
                session.endAndTell();
                ledger.record(
                        new Event(
                                Kind.REVOKED,
                                permission(),
                                session.caller().grantKey(),
                                "a running session was ended"));
            }
        }
    }

    private boolean isKept(LocationSession session, StoredDecision stored) {
        try {
            return review.isKept(session, stored);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
