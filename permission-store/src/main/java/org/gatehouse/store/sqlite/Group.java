package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Author;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.TableName;
import org.gatehouse.store.Write;
import org.gatehouse.store.WriteRule;
import org.jspecify.annotations.Nullable;

/// Writes that are committed together. Each sees the ones before it.
///
/// Threads: the writer's.
final class Group {

    private final Database database;
    private final EntryCache cache;
    private final Map<EntryKey, HeldRevocations.Held> held;
    private final Map<EntryKey, Optional<EntryRow>> rows = new HashMap<>();
    private final Set<TableName> tables = new HashSet<>();
    private Totals totals;

    /// What a write did.
    ///
    /// @param sequence of its ledger record
    /// @param change null for a write that changes no entry
    record Applied(long sequence, @Nullable StoreChange change) {}

    Group(
            Database database,
            EntryCache cache,
            Map<EntryKey, HeldRevocations.Held> held,
            Totals totals) {
        this.database = database;
        this.cache = cache;
        this.held = held;
        this.totals = totals;
    }

    /// Carries out one write.
    ///
    /// @param now seconds since the epoch
    /// @throws PortalException if the write cannot be; nothing of it has been done then
    Applied apply(Write write, Author author, long now) throws SQLException {
        return switch (write) {
            case Write.Note(var event) -> {
                if (event.kind() == LedgerEvent.Kind.USED) {
                    use(event, now);
                }
                totals = database.ledger().append(totals, now, event, author);
                yield new Applied(totals.sequence(), null);
            }
            case Write.EntryWrite change -> apply(change, author, now);
            case Write.Change _, Write.Undo _, Write.Defer _, Write.Settle _ ->
                    throw PortalException.failed("not kept yet");
        };
    }

    /// The entry of a key as the writes before left it.
    Optional<Entry> current(EntryKey key) throws SQLException {
        var revocation = held.get(key);
        if (revocation != null && !rows.containsKey(key)) {
            return revocation.entry();
        }
        return row(key).map(EntryRow::entry);
    }

    /// Makes everything durable.
    ///
    /// @return the totals that now hold
    Totals commit() throws SQLException {
        for (var table : tables) {
            database.changed(table.value(), totals.sequence());
        }
        database.commit(totals);
        cache.written(rows);
        rows.keySet().forEach(held::remove);
        return totals;
    }

    Set<TableName> tables() {
        return tables;
    }

    private Applied apply(Write.EntryWrite write, Author author, long now) throws SQLException {
        var before = current(write.key());
        var after = WriteRule.apply(write, before, _ -> List.of());
        store(write.key(), after);
        new GrantEffects(database.grants(), totals -> this.totals = totals, () -> totals)
                .apply(write, before, after);
        var event = LedgerTexts.event(write, before, after);
        totals = database.ledger().append(totals, now, event, author);
        tables.add(write.key().table());
        var shown = after.or(() -> before).orElse(Entry.EMPTY);
        var change =
                new StoreChange(
                        write.key(),
                        after.isEmpty(),
                        shown,
                        before.orElse(Entry.EMPTY),
                        List.of(),
                        totals.sequence());
        return new Applied(totals.sequence(), change);
    }

    private void store(EntryKey key, Optional<Entry> after) throws SQLException {
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
    }

    private Optional<EntryRow> row(EntryKey key) throws SQLException {
        var changed = rows.get(key);
        if (changed != null) {
            return changed;
        }
        var cached = cache.get(key);
        return cached != null ? Optional.of(cached) : database.entries().find(key);
    }

    private void use(LedgerEvent event, long now) throws SQLException {
        var key = grantKey(event);
        var row =
                key.isPresent()
                        ? database.grants().find(key.get())
                        : Optional.<GrantRows.Row>empty();
        if (row.isPresent()) {
            long checksum = database.grants().put(row.get().key(), row.get().grant().used(now));
            totals = totals.withGrant(0, checksum - row.get().checksum());
        }
    }

    private static Optional<GrantKey> grantKey(LedgerEvent event) {
        try {
            var entry = EntryKey.of(event.table(), event.id());
            return Optional.of(new GrantKey(entry, AppKind.of(event.appKind()), event.app()));
        } catch (PortalException e) {
            // a use of something for which there are no grants
            return Optional.empty();
        }
    }
}
