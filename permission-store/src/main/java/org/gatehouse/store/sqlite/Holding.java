package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.StoredGrant;

/// What holds under an id.
///
/// @param grants app → its grants, also those that are over: they show that a row is not a tool's
record Holding(
        EntryKey key, Map<String, List<GrantRows.Row>> grants, Predicate<GrantRows.Row> holds) {

    /// The grants of all entries that a filter means.
    static Map<EntryKey, Map<String, List<GrantRows.Row>>> byEntry(
            Connection connection, GrantFilter filter) throws SQLException {
        var rows =
                filter.entry().isPresent()
                        ? new GrantRows(connection).ofEntry(filter.entry().get())
                        : GrantRows.all(connection);
        var grants = new HashMap<EntryKey, Map<String, List<GrantRows.Row>>>();
        for (var row : rows) {
            grants.computeIfAbsent(row.key().entry(), _ -> new HashMap<>())
                    .computeIfAbsent(row.key().app(), _ -> new ArrayList<>())
                    .add(row);
        }
        return grants;
    }

    /// What a filter means of it: grants, and the rows of tools.
    List<StoredGrant> of(Entry entry, GrantFilter filter) {
        return apps(entry, filter.app())
                .flatMap(app -> {
                    var itsGrants = grants.getOrDefault(app, List.of());
                    return itsGrants.isEmpty()
                            ? Stream.of(raw(entry, app))
                            : itsGrants.stream().filter(holds).sorted(byKind()).map(this::stored);
                })
                .filter(each -> filter.kind().isEmpty() || each.kind().equals(filter.kind()))
                .toList();
    }

    /// The grants alone.
    List<StoredGrant> grants(Entry entry) {
        return of(entry, GrantFilter.ALL).stream()
                .filter(each -> each.grant().isPresent())
                .toList();
    }

    private static Stream<String> apps(Entry entry, Optional<String> app) {
        if (app.isEmpty()) {
            return entry.permissions().keySet().stream();
        }
        return app.filter(entry.permissions()::containsKey).stream();
    }

    private static Comparator<GrantRows.Row> byKind() {
        return Comparator.comparing(row -> row.key().kind());
    }

    private StoredGrant stored(GrantRows.Row row) {
        return new StoredGrant(
                key,
                Optional.of(row.key().kind()),
                row.key().app(),
                row.grant().permissions(),
                Optional.of(row.grant()));
    }

    private StoredGrant raw(Entry entry, String app) {
        return new StoredGrant(key, Optional.empty(), app, entry.of(app), Optional.empty());
    }
}
