package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.store.Author;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Moment;
import org.gatehouse.store.TableName;

/// What the writes of a group have done so far: each sees what the ones before did.
///
/// Threads: the writer's.
final class Transaction {

    private final Database database;
    private final State state;
    private final Moment now;
    private final Map<EntryKey, Optional<EntryRow>> rows = new HashMap<>();

    /// What was read and has not been changed.
    private final Map<EntryKey, Optional<EntryRow>> read = new HashMap<>();

    private final Set<TableName> tables = new HashSet<>();
    private final List<RecentChanges.Change> changes = new ArrayList<>();
    private final List<UndoLog.Step> steps = new ArrayList<>();
    private Totals totals;
    private boolean endingGiven;

    Transaction(Database database, State state, Moment now) {
        this.database = database;
        this.state = state;
        this.now = now;
        this.totals = state.totals();
    }

    /// What a part of the group may have to take back.
    private record Mark(
            Map<EntryKey, Optional<EntryRow>> rows, Set<TableName> tables, Totals totals) {}

    /// Carries out what either happens as a whole or, if it throws, not at all.
    <T> T whole(Part<T> part) throws SQLException {
        var mark = new Mark(Map.copyOf(rows), Set.copyOf(tables), totals);
        database.execute("SAVEPOINT part");
        boolean done = false;
        try {
            var result = part.run();
            done = true;
            return result;
        } finally {
            if (!done) {
                database.execute("ROLLBACK TO part");
                rows.clear();
                rows.putAll(mark.rows());
                tables.clear();
                tables.addAll(mark.tables());
                totals = mark.totals();
            }
            database.execute("RELEASE part");
        }
    }

    @FunctionalInterface
    interface Part<T> {
        T run() throws SQLException;
    }

    Moment now() {
        return now;
    }

    Database database() {
        return database;
    }

    Totals totals() {
        return totals;
    }

    State state() {
        return state;
    }

    /// The entry of a key as the writes before left it.
    Optional<Entry> current(EntryKey key) throws SQLException {
        var revocation = state.held.entries().get(key);
        if (revocation != null && !rows.containsKey(key)) {
            return revocation.entry();
        }
        return row(key).map(EntryRow::entry);
    }

    void store(EntryKey key, Optional<Entry> after) throws SQLException {
        var old = row(key);
        long oldChecksum = old.map(EntryRow::checksum).orElse(0L);
        if (after.isPresent()) {
            long checksum = database.entries().put(key, after.get());
            rows.put(key, Optional.of(new EntryRow(after.get(), checksum)));
            totals = totals.withEntry(old.isPresent() ? 0 : 1, checksum - oldChecksum);
        } else if (old.isPresent()) {
            database.entries().remove(key);
            rows.put(key, Optional.empty());
            totals = totals.withEntry(-1, -oldChecksum);
        }
        tables.add(key.table());
    }

    private Optional<EntryRow> row(EntryKey key) throws SQLException {
        var changed = rows.get(key);
        if (changed != null) {
            return changed;
        }
        var known = read.get(key);
        if (known != null) {
            return known;
        }
        var cached = state.cache.get(key);
        var row = cached != null ? Optional.of(cached) : database.entries().find(key);
        read.put(key, row);
        return row;
    }

    boolean hasGrants() {
        return totals.grants() > 0;
    }

    /// Puts a grant that is decided by the record that comes next.
    ///
    /// @param earlier when its time began to run, empty if that is now
    void decide(GrantKey key, Grant grant, Optional<GrantRows.Row> old, Optional<Made> earlier)
            throws SQLException {
        long sequence = totals.sequence() + 1;
        long days = state.days().count();
        var made =
                earlier.map(then -> new Made(sequence, then.moment(), then.seenTime(), days))
                        .orElseGet(() -> new Made(sequence, now, totals.latest(), days));
        put(key, grant, made, old);
    }

    void put(GrantKey key, Grant grant, Made made, Optional<GrantRows.Row> old)
            throws SQLException {
        long checksum = database.grants().put(key, grant, made);
        long change = checksum - old.map(GrantRows.Row::checksum).orElse(0L);
        totals = totals.withGrant(old.isPresent() ? 0 : 1, change);
        endingGiven |= grant.lifespan() instanceof Lifespan.Until;
    }

    boolean isOver(GrantRows.Row row) {
        return ExpiryRule.isOver(
                row.grant().lifespan(), row.made(), now, totals.latest(), state.bus());
    }

    void remove(GrantRows.Row row) throws SQLException {
        database.grants().remove(row.key());
        totals = totals.withGrant(-1, -row.checksum());
    }

    /// After a row of another table was put (1), replaced (0) or removed (-1).
    void count(int others, long change) {
        totals = totals.withOther(others, change);
    }

    /// Appends to the ledger.
    ///
    /// @return the number of the record
    long append(LedgerEvent event, Author author) throws SQLException {
        totals = database.ledger().append(totals, now.time(), event, author);
        return totals.sequence();
    }

    void changed(List<RecentChanges.Change> more) {
        changes.addAll(more);
    }

    List<RecentChanges.Change> changes() {
        return changes;
    }

    /// Steps that can be undone once this is committed, the newest last.
    List<UndoLog.Step> steps() {
        return steps;
    }

    /// Makes everything durable.
    void commit() throws SQLException {
        state.undo().keep(this, steps);
        for (var table : tables) {
            database.changed(table.value(), totals.sequence());
        }
        database.commit(totals);
        state.cache.written(rows);
        rows.keySet().forEach(state.held.entries()::remove);
        state.recent().committed(changes);
        state.setTotals(totals);
    }

    Set<TableName> tables() {
        return tables;
    }

    /// Whether a grant was given whose end has to be waited for.
    boolean isEndingGiven() {
        return endingGiven;
    }
}
