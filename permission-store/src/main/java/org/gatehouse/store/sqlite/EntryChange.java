package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.Write;
import org.gatehouse.store.WriteRule;

/// One or several writes of entries as one: what they do to entries and to grants, and how it was
/// before.
///
/// A decision made through Gatehouse becomes a grant; a raw write of an app's row, being newer,
/// ends those of that app.
///
/// Threads: the writer's.
final class EntryChange {

    private final Transaction transaction;
    private final Map<EntryKey, Touched> entries = new LinkedHashMap<>();
    private final Map<GrantKey, GrantChange> grants = new LinkedHashMap<>();

    EntryChange(Transaction transaction) {
        this.transaction = transaction;
    }

    /// An entry before, and as the parts so far leave it.
    ///
    /// @param apps whose words may have been changed
    record Touched(Optional<Entry> before, Optional<Entry> after, Set<String> apps) {}

    /// A grant before, and the number of the record that decided it now, empty if it is gone.
    record GrantChange(Optional<GrantRows.Row> before, OptionalLong after) {}

    /// Carries out one part.
    ///
    /// @throws PortalException if it cannot be; nothing of it has been done then
    void add(Write.EntryWrite write) throws SQLException {
        var before = current(write.key());
        var after = after(write);
        put(write.key(), after, apps(write, before, after));
        changeGrants(write, before, after);
    }

    /// What a part makes of its entry.
    Optional<Entry> after(Write.EntryWrite write) throws SQLException {
        var ended = ended(write);
        var remaining = ended.isPresent() ? remaining(ended.get()) : List.<String>of();
        return WriteRule.apply(write, current(write.key()), _ -> remaining);
    }

    /// The apps whose words a part changes. An entry may have a thousand of them: where it is one,
    /// the others are not looked at.
    private static Set<String> apps(
            Write.EntryWrite write, Optional<Entry> before, Optional<Entry> after) {
        return switch (write) {
            case Write.SetPermission set -> Set.of(set.app());
            case Write.DeletePermission delete -> Set.of(delete.app());
            case Write.Remember remember -> Set.of(remember.grantKey().app());
            case Write.Decide decide -> Set.of(decide.grantKey().app());
            case Write.Forget forget -> Set.of(forget.grantKey().app());
            case Write.Expire expire -> Set.of(expire.grantKey().app());
            case Write.Lapse lapse -> Set.of(lapse.grantKey().app());
            case Write.SetValue _ -> Set.of();
            case Write.Set _, Write.Delete _ -> {
                var apps = new HashSet<String>();
                addChanged(apps, before.orElse(Entry.EMPTY), after.orElse(Entry.EMPTY));
                addChanged(apps, after.orElse(Entry.EMPTY), before.orElse(Entry.EMPTY));
                yield apps;
            }
        };
    }

    private static void addChanged(Set<String> apps, Entry one, Entry other) {
        one.permissions()
                .forEach((app, words) -> {
                    if (!words.equals(other.of(app))) {
                        apps.add(app);
                    }
                });
    }

    /// The grant that a write takes away and nothing else.
    private static Optional<GrantKey> ended(Write.EntryWrite write) {
        return switch (write) {
            case Write.Forget(var key) -> Optional.of(key);
            case Write.Expire(var key) -> Optional.of(key);
            case Write.Lapse(var key, _) -> Optional.of(key);
            case Write.Set _,
                    Write.Delete _,
                    Write.SetValue _,
                    Write.SetPermission _,
                    Write.DeletePermission _,
                    Write.Remember _,
                    Write.Decide _ ->
                    Optional.empty();
        };
    }

    /// Whether a write would take a grant away that is not there.
    boolean isIdle(Write.EntryWrite write) throws SQLException {
        var ended = ended(write);
        return ended.isPresent() && transaction.database().grants().find(ended.get()).isEmpty();
    }

    Optional<Entry> current(EntryKey key) throws SQLException {
        var touched = entries.get(key);
        return touched != null ? touched.after() : transaction.current(key);
    }

    /// Puts an entry; it is written by [#finish].
    ///
    /// @param apps whose words may be others now
    void put(EntryKey key, Optional<Entry> after, Set<String> apps) throws SQLException {
        var touched = entries.get(key);
        if (touched == null) {
            entries.put(key, new Touched(transaction.current(key), after, apps));
            return;
        }
        var all = new HashSet<>(touched.apps());
        all.addAll(apps);
        entries.put(key, new Touched(touched.before(), after, all));
    }

    /// Puts or removes a grant.
    ///
    /// @param earlier when it was made at first, empty if that is now
    void put(GrantKey key, Optional<Grant> grant, Optional<Made> earlier) throws SQLException {
        var old = transaction.database().grants().find(key);
        if (grant.isPresent()) {
            transaction.decide(key, grant.get(), old, earlier);
        } else if (old.isPresent()) {
            transaction.remove(old.get());
        }
        note(key, old, grant.isPresent());
    }

    /// Writes the entries.
    void finish() throws SQLException {
        for (var entry : entries.entrySet()) {
            transaction.store(entry.getKey(), entry.getValue().after());
        }
    }

    Map<EntryKey, Touched> entries() {
        return entries;
    }

    Map<GrantKey, GrantChange> grants() {
        return grants;
    }

    /// What to tell of it.
    ///
    /// @param sequence of the ledger record
    List<StoreChange> changes(long sequence) {
        var changes = new ArrayList<StoreChange>();
        entries.forEach((key, touched) -> {
            var shown = touched.after().or(touched::before).orElse(Entry.EMPTY);
            changes.add(
                    new StoreChange(
                            key,
                            touched.after().isEmpty(),
                            shown,
                            touched.before().orElse(Entry.EMPTY),
                            grants.keySet().stream()
                                    .filter(grant -> grant.entry().equals(key))
                                    .toList(),
                            sequence));
        });
        return changes;
    }

    private void changeGrants(Write.EntryWrite write, Optional<Entry> before, Optional<Entry> after)
            throws SQLException {
        switch (write) {
            case Write.Remember(var key, var grant, _) ->
                    put(key, Optional.of(grant), Optional.empty());
            case Write.Decide(var key, var grant) -> put(key, Optional.of(grant), Optional.empty());
            case Write.Forget(var key) -> put(key, Optional.empty(), Optional.empty());
            case Write.Expire(var key) -> put(key, Optional.empty(), Optional.empty());
            case Write.Lapse(var key, _) -> put(key, Optional.empty(), Optional.empty());
            case Write.SetPermission raw -> removeOf(raw.key(), raw.app());
            case Write.DeletePermission raw -> removeOf(raw.key(), raw.app());
            case Write.Set raw -> removeChanged(raw.key(), before, after);
            case Write.Delete raw -> removeChanged(raw.key(), before, after);
            case Write.SetValue _ -> {}
        }
    }

    private void removeOf(EntryKey key, String app) throws SQLException {
        if (transaction.hasGrants()) {
            remove(transaction.database().grants().ofApp(key, app));
        }
    }

    private void removeChanged(EntryKey key, Optional<Entry> before, Optional<Entry> after)
            throws SQLException {
        if (!transaction.hasGrants()) {
            return;
        }
        var old = before.orElse(Entry.EMPTY);
        var now = after.orElse(Entry.EMPTY);
        remove(
                transaction.database().grants().ofEntry(key).stream()
                        .filter(row -> !old.of(row.key().app()).equals(now.of(row.key().app())))
                        .toList());
    }

    private void remove(List<GrantRows.Row> rows) throws SQLException {
        for (var row : rows) {
            transaction.remove(row);
            note(row.key(), Optional.of(row), false);
        }
    }

    private void note(GrantKey key, Optional<GrantRows.Row> old, boolean isThere) {
        var earlier = grants.get(key);
        // the record of this change comes next
        var after =
                isThere
                        ? OptionalLong.of(transaction.totals().sequence() + 1)
                        : OptionalLong.empty();
        grants.put(key, new GrantChange(earlier != null ? earlier.before() : old, after));
    }

    /// The words of the newest grant to another kind of the same app that still holds.
    private List<String> remaining(GrantKey ended) throws SQLException {
        return transaction.database().grants().ofApp(ended.entry(), ended.app()).stream()
                .filter(row -> row.key().kind() != ended.kind())
                .filter(row -> !transaction.isOver(row))
                .max(
                        java.util.Comparator.<GrantRows.Row>comparingLong(
                                        row -> row.made().sequence())
                                .thenComparingLong(row -> row.grant().decided()))
                .map(row -> row.grant().permissions())
                .orElse(List.of());
    }
}
