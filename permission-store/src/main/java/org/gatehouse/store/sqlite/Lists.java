package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.DayUse;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.LedgerCheck;
import org.gatehouse.store.Moment;
import org.gatehouse.store.PermissionStore.EntryVisitor;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.StoredGrant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers reads that take long: each on a connection of its own, so that no other read waits for
/// it, and on what was there at one moment.
///
/// Threads: any.
final class Lists {

    private static final Logger LOG = LoggerFactory.getLogger(Lists.class);

    private final State state;
    private final Supplier<Moment> clock;
    private final Runnable damaged;

    /// @param damaged is run when something is found that is not as it was written
    Lists(State state, Supplier<Moment> clock, Runnable damaged) {
        this.state = state;
        this.clock = clock;
        this.damaged = damaged;
    }

    List<StoredGrant> grants(GrantFilter filter) {
        var found = new ArrayList<StoredGrant>();
        visit(filter, (_, entry, holding) -> found.addAll(holding.of(entry, filter)));
        return found;
    }

    long visit(EntryVisitor visitor) {
        return visit(
                GrantFilter.ALL,
                (key, entry, holding) -> visitor.visit(key, entry, holding.grants(entry)));
    }

    List<DayUse> useByDay(GrantFilter filter, long since, ZoneId zone) {
        return read(connection -> UseByDay.of(connection, filter, since, zone));
    }

    LedgerCheck checkLedger() {
        return read(LedgerWalk::check);
    }

    private interface Visitor {
        void visit(EntryKey key, Entry entry, Holding holding);
    }

    private long visit(GrantFilter filter, Visitor visitor) {
        if (state.totals().status() == StoreStatus.LOST) {
            LOG.warn("what was decided before the database was damaged is not in this list");
        }
        return read(connection -> {
            var totals = Totals.read(connection);
            var now = clock.get();
            Predicate<GrantRows.Row> holds =
                    row ->
                            !ExpiryRule.isOver(
                                    row.grant().lifespan(),
                                    row.made(),
                                    now,
                                    totals.latest(),
                                    state.bus());
            var grants = Holding.byEntry(connection, filter);
            var held = state.held.entries();
            try (var rows = EntryRows.query(connection, filter.entry())) {
                while (rows.next()) {
                    var key = EntryKey.of(rows.getString(1), rows.getString(2));
                    var entry = EntryRows.read(key.table().value(), key.id(), rows, 3).entry();
                    var revoked = held.get(key);
                    // a revocation in memory is newer than any grant
                    var itsGrants =
                            revoked != null
                                    ? Map.<String, List<GrantRows.Row>>of()
                                    : grants.getOrDefault(key, Map.of());
                    var shown = revoked != null ? revoked.entry().orElse(Entry.EMPTY) : entry;
                    visitor.visit(key, shown, new Holding(key, itsGrants, holds));
                }
            }
            return totals.sequence();
        });
    }

    @FunctionalInterface
    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        try (var connection = Connections.writable(state.database().file())) {
            connection.setAutoCommit(false);
            return query.run(connection);
        } catch (SQLException e) {
            throw unreadable(StoreFault.of(e));
        } catch (StoreFault e) {
            throw unreadable(e);
        }
    }

    private PortalException unreadable(StoreFault fault) {
        if (fault.kind() == StoreFault.Kind.DAMAGED) {
            state.setDamage(String.valueOf(fault.getMessage()));
            damaged.run();
        }
        LOG.error("the permission store cannot be read: {}", fault.getMessage());
        return PortalException.failed("the permission store cannot be read");
    }
}
