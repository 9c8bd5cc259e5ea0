package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatehouse.store.Entry;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.Write;

/// What a write of an entry does to grants: a decision made through Gatehouse becomes one, a raw
/// write of an app's row, being newer, ends those of that app.
///
/// Threads: the writer's.
final class GrantEffects {

    private final GrantRows grants;
    private final Consumer<Totals> set;
    private final Supplier<Totals> totals;

    GrantEffects(GrantRows grants, Consumer<Totals> set, Supplier<Totals> totals) {
        this.grants = grants;
        this.set = set;
        this.totals = totals;
    }

    void apply(Write.EntryWrite write, Optional<Entry> before, Optional<Entry> after)
            throws SQLException {
        switch (write) {
            case Write.Remember(var key, var grant, _) -> put(key, grant);
            case Write.Decide(var key, var grant) -> put(key, grant);
            case Write.Forget(var key) -> remove(grants.find(key).stream().toList());
            case Write.Expire(var key, _) -> remove(grants.find(key).stream().toList());
            case Write.SetPermission raw -> removeOf(raw, raw.app());
            case Write.DeletePermission raw -> removeOf(raw, raw.app());
            case Write.Set raw -> removeChanged(raw, before, after);
            case Write.Delete raw -> removeChanged(raw, before, after);
            case Write.SetValue _ -> {}
        }
    }

    private void put(GrantKey key, Grant grant) throws SQLException {
        var old = grants.find(key);
        long checksum = grants.put(key, grant);
        long change = checksum - old.map(GrantRows.Row::checksum).orElse(0L);
        set.accept(totals.get().withGrant(old.isPresent() ? 0 : 1, change));
    }

    private void removeOf(Write.EntryWrite write, String app) throws SQLException {
        if (totals.get().grants() > 0) {
            remove(grants.ofApp(write.key(), app));
        }
    }

    private void removeChanged(
            Write.EntryWrite write, Optional<Entry> before, Optional<Entry> after)
            throws SQLException {
        if (totals.get().grants() == 0) {
            return;
        }
        var old = before.orElse(Entry.EMPTY);
        var now = after.orElse(Entry.EMPTY);
        remove(
                grants.ofEntry(write.key()).stream()
                        .filter(row -> !old.of(row.key().app()).equals(now.of(row.key().app())))
                        .toList());
    }

    private void remove(List<GrantRows.Row> rows) throws SQLException {
        for (var row : rows) {
            grants.remove(row.key());
            set.accept(totals.get().withGrant(-1, -row.checksum()));
        }
    }
}
