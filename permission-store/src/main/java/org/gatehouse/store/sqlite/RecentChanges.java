package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.TableName;

/// When what was changed last, by the numbers of the ledger: who changes something says up to which
/// number it knows what happened.
///
/// The newest changes are known app by app. For what is older there is the number of the last
/// change of the whole table, which may say "changed" where another app was.
///
/// Threads: the writer's.
final class RecentChanges {

    /// No app has such an id: it cannot go over the bus.
    static final String ALL_APPS = "\0";

    /// The value that belongs to all apps: nor has any app this id.
    private static final String VALUE = "\0=";

    private static final int KEPT = 2_048;

    /// A change of more apps counts as one of all.
    private static final int APPS = 64;

    private final Map<Place, Long> newest = new LinkedHashMap<>();

    /// All changes with greater numbers are known.
    private long since;

    /// @param app or [#ALL_APPS]
    record Place(EntryKey key, String app) {}

    record Change(Place place, long sequence) {}

    /// @param sequence the number of the newest record; nothing is known of what was before
    RecentChanges(long sequence) {
        since = sequence;
    }

    void committed(List<Change> changes) {
        for (var change : changes) {
            newest.remove(change.place());
            newest.put(change.place(), change.sequence());
        }
        while (newest.size() > KEPT) {
            var eldest = newest.entrySet().iterator().next();
            since = Math.max(since, eldest.getValue());
            newest.remove(eldest.getKey());
        }
    }

    /// What a change has changed.
    static List<Change> of(EntryChange change, long sequence) {
        var changes = new ArrayList<Change>();
        change.entries()
                .forEach((key, touched) -> {
                    if (touched.apps().isEmpty() || touched.apps().size() > APPS) {
                        var app = touched.apps().isEmpty() ? VALUE : ALL_APPS;
                        changes.add(new Change(new Place(key, app), sequence));
                    } else {
                        touched.apps()
                                .forEach(app ->
                                        changes.add(new Change(new Place(key, app), sequence)));
                    }
                });
        return changes;
    }

    /// Whether something was changed after a record.
    ///
    /// @param uncommitted what the group has changed so far
    boolean isChanged(Place place, long basedOn, List<Change> uncommitted, Database database)
            throws SQLException {
        return uncommitted.stream().anyMatch(change -> concerns(change.place(), place))
                || lastChange(place) > basedOn
                || (basedOn < since && isChanged(place.key().table(), basedOn, database));
    }

    private long lastChange(Place place) {
        if (!place.app().equals(ALL_APPS)) {
            return Math.max(
                    newest.getOrDefault(place, 0L),
                    newest.getOrDefault(new Place(place.key(), ALL_APPS), 0L));
        }
        return newest.entrySet().stream()
                .filter(change -> change.getKey().key().equals(place.key()))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static boolean concerns(Place changed, Place place) {
        return changed.key().equals(place.key())
                && (changed.app().equals(place.app())
                        || changed.app().equals(ALL_APPS)
                        || place.app().equals(ALL_APPS));
    }

    private static boolean isChanged(TableName table, long basedOn, Database database)
            throws SQLException {
        return database.lastChange(table.value()) > basedOn;
    }
}
