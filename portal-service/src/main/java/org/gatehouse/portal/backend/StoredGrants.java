package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallInterrupted;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Decision;
import org.gatehouse.portal.consent.GrantKey;
import org.gatehouse.portal.consent.Grants;
import org.gatehouse.portal.consent.StoredDecision;
import org.gatehouse.portal.consent.StoredDecision.NoStore;
import org.gatehouse.portal.consent.StoredDecision.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The decisions in the permission store: through `Permissions1` where the store is ours, else as
/// plain rows, which name no kind of caller and no lifespan.
///
/// Threads: any; at most 256 read at once, so that a crowd does not overrun the store's queue.
@Singleton
final class StoredGrants implements Grants {

    private static final Logger LOG = LoggerFactory.getLogger(StoredGrants.class);
    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";
    private static final int AT_ONCE = 256;
    private static final long PATIENCE_SECONDS = 2;
    private static final String LIFESPAN = "lifespan";
    private static final String ACCURACY = "accuracy";
    private static final String UNTIL = "until";

    /// A plain row of ours: a later question for more can only be told from it while this lasts.
    private record Written(List<String> strings, int asked) {}

    private record Place(GrantKey key, String resource) {}

    private final Map<Place, Written> written = new ConcurrentHashMap<>();
    private final Semaphore reading = new Semaphore(AT_ONCE, true);
    private final StoreCalls calls;
    private final InstantSource clock;

    @Inject
    StoredGrants(StoreCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public StoredDecision find(GrantKey key, PermissionClass resource) throws InterruptedException {
        if (calls.isKnownAbsent()) {
            return new NoStore();
        }
        if (!reading.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return new Unreadable();
        }
        try {
            return read(key, resource);
        } finally {
            reading.release();
        }
    }

    private StoredDecision read(GrantKey key, PermissionClass resource)
            throws InterruptedException {
        try {
            var found = calls.isOurs() ? byGrant(key, resource) : byRow(key, resource);
            calls.served();
            return found;
        } catch (CallInterrupted e) {
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (BusException | WireException e) {
            return calls.failed(e) ? new NoStore() : new Unreadable();
        }
    }

    private StoredDecision byGrant(GrantKey key, PermissionClass resource) {
        var row = resource.row();
        var found = calls.ours().Find(row.table(), row.id(), key.kind(), key.app());
        if (!found.found()) {
            return new StoredDecision.Unset();
        }
        int covers =
                text(found.details(), ACCURACY)
                        .flatMap(resource::rankOfChoice)
                        .orElse(resource.highest());
        // one that only others give counts as the shorter one: it may be written back
        var lifespan =
                text(found.details(), LIFESPAN)
                        .map(word -> Lifespan.ofChoice(word).orElse(Lifespan.SESSION))
                        .orElse(Lifespan.ALWAYS);
        return StoredDecision.of(resource, found.permissions(), covers, lifespan)
                .until(number(found.details(), UNTIL));
    }

    /// The call starts a store that is activated by its name, and that may turn out to be ours.
    private StoredDecision byRow(GrantKey key, PermissionClass resource) {
        var rows = rows(resource);
        if (calls.isOurs()) {
            return byGrant(key, resource);
        }
        var strings = rows.get(key.app());
        if (strings == null) {
            return new StoredDecision.Unset();
        }
        var ours = written.get(new Place(key, resource.id()));
        int covers =
                ours != null && ours.strings().equals(strings) ? ours.asked() : resource.highest();
        return StoredDecision.of(resource, strings, covers, Lifespan.ALWAYS);
    }

    private Map<String, List<String>> rows(PermissionClass resource) {
        try {
            var row = resource.row();
            return calls.store().Lookup(row.table(), row.id()).permissions();
        } catch (RemoteException e) {
            if (e.name().equals(NOT_FOUND)) {
                return Map.of();
            }
            throw e;
        }
    }

    @Override
    public void remember(Decision decision) {
        try {
            if (calls.isOurs()) {
                rememberGrant(decision);
            } else {
                rememberRow(decision);
            }
            calls.served();
        } catch (BusException | WireException e) {
            calls.failed(e);
            LOG.warn("an answer about {} is used but not kept", decision.key());
        }
    }

    private void rememberGrant(Decision decision) {
        var row = decision.resource().row();
        var details = new LinkedHashMap<String, Variant<?>>();
        var terms = decision.terms();
        details.put(LIFESPAN, new Variant<>(terms.lifespan().choice()));
        if (terms.lifespan() == Lifespan.UNTIL) {
            details.put(UNTIL, new Variant<>(new UInt64(end(decision))));
        }
        details.put("decided-by", new Variant<>(terms.implied() ? "policy" : "person"));
        details.put("implied", new Variant<>(terms.implied()));
        details.put("reason", new Variant<>(terms.reason()));
        details.put(ACCURACY, new Variant<>(decision.resource().level(decision.asked()).choice()));
        details.put("event", new Variant<>(terms.refusal() ? "denied" : "granted"));
        calls.ours()
                .Remember(
                        row.table(),
                        row.id(),
                        decision.key().kind(),
                        decision.key().app(),
                        strings(decision),
                        details);
    }

    private long end(Decision decision) {
        long given = decision.terms().until();
        int span = decision.resource().handling().untilSeconds();
        return given == 0 ? clock.instant().getEpochSecond() + span : given;
    }

    /// A plain row holds for ever, which is more than "until I log out"; that answer is not kept.
    private void rememberRow(Decision decision) {
        if (decision.terms().lifespan() != Lifespan.ALWAYS) {
            LOG.info("the permission store knows no lifespans: an answer is not kept");
            return;
        }
        var row = decision.resource().row();
        var strings = strings(decision);
        calls.store().SetPermission(row.table(), true, row.id(), decision.key().app(), strings);
        written.put(
                new Place(decision.key(), decision.resource().id()),
                new Written(strings, decision.asked()));
    }

    private List<String> strings(Decision decision) {
        return decision.resource()
                .row()
                .form()
                .write(decision.resource(), decision.rank(), clock.instant());
    }

    private static long number(Map<String, Variant<?>> details, String key) {
        var value = details.get(key);
        return value != null && value.getValue() instanceof UInt64 number ? number.longValue() : 0;
    }

    private static Optional<String> text(Map<String, Variant<?>> details, String key) {
        var value = details.get(key);
        return value != null && value.getValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
