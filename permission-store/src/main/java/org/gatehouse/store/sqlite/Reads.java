package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Decision;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerFilter;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.Moment;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.TableName;
import org.gatehouse.store.UndoStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers reads: first from revocations that are held in memory, then from the cache, then from
/// the database.
///
/// Threads: any; one at a time reaches the database.
final class Reads {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private final State state;
    private final Supplier<Moment> clock;
    private final Runnable damaged;

    /// @param damaged is run when something is found that is not as it was written
    Reads(State state, Supplier<Moment> clock, Runnable damaged) {
        this.state = state;
        this.clock = clock;
        this.damaged = damaged;
    }

    Optional<Entry> find(EntryKey key) {
        var held = state.held.entries().get(key);
        if (held != null) {
            return held.entry();
        }
        var cached = state.cache.get(key);
        if (cached != null) {
            return Optional.of(cached.entry());
        }
        long time = state.cache.time();
        var row = read(reading -> reading.entries().find(key));
        row.ifPresent(found -> state.cache.read(key, found, time));
        if (row.isEmpty() && state.totals().status() == StoreStatus.LOST) {
            throw PortalException.failed(
                    "what was decided before the database was damaged is not known");
        }
        return row.map(EntryRow::entry);
    }

    List<String> ids(TableName table) {
        return read(reading -> reading.entries().ids(table));
    }

    Optional<Decision> decision(GrantKey key) {
        var words = find(key.entry()).orElse(Entry.EMPTY).of(key.app());
        if (words.isEmpty()) {
            // a row that is gone has taken its grants with it
            return Optional.empty();
        }
        // a revocation in memory is newer than any grant
        var grants =
                state.held.entries().containsKey(key.entry())
                        ? List.<GrantRows.Row>of()
                        : read(reading -> reading.grants().ofApp(key.entry(), key.app()));
        if (grants.isEmpty()) {
            return Optional.of(new Decision.Raw(words));
        }
        return grants.stream()
                .filter(row -> row.key().kind() == key.kind())
                .filter(row -> !isOver(row))
                .<Decision>map(row -> new Decision.Granted(row.grant()))
                .findFirst();
    }

    private boolean isOver(GrantRows.Row row) {
        return ExpiryRule.isOver(
                row.grant().lifespan(),
                row.made(),
                clock.get(),
                state.totals().latest(),
                state.bus());
    }

    List<LedgerRecord> ledger(LedgerFilter filter, long before, int count) {
        return read(reading -> reading.ledger().page(filter, before, count));
    }

    List<DeferredQuestion> deferred() {
        return read(reading ->
                new DeferredRows(reading.connection())
                        .all().stream().map(DeferredRows.Row::question).toList());
    }

    Optional<UndoStep> lastChange() {
        return read(reading -> UndoRows.newest(reading.connection()));
    }

    @FunctionalInterface
    private interface Query<T> {
        T run(Database.Reading reading) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        synchronized (state.readLock) {
            try {
                return query.run(state.database().reading());
            } catch (SQLException e) {
                throw unreadable(StoreFault.of(e));
            } catch (StoreFault e) {
                throw unreadable(e);
            }
        }
    }

    private PortalException unreadable(StoreFault fault) {
        if (fault.kind() == StoreFault.Kind.DAMAGED) {
            state.setDamage(String.valueOf(fault.getMessage()));
            damaged.run();
        }
        LOG.error("the permission store cannot be read: {}", fault.getMessage());
        try {
            state.database().renewReading();
        } catch (SQLException e) {
            LOG.debug("reading cannot be renewed", e);
        }
        return PortalException.failed("the permission store cannot be read");
    }
}
