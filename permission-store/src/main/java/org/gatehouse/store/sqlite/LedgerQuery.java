package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.store.LedgerFilter;

/// The conditions of a filter in SQL. Nothing of a filter becomes part of the text.
final class LedgerQuery {

    private static final int FIRST = 4;

    private LedgerQuery() {}

    /// A query of the ledger, named `l`, whose parameters for the filter are set.
    ///
    /// @param head and tail have the parameters 1 to 3, which the caller sets
    static PreparedStatement prepare(
            Connection connection, String head, LedgerFilter filter, String tail)
            throws SQLException {
        var sql = new StringBuilder(head);
        var values = new ArrayList<Object>();
        filter.entry()
                .ifPresent(entry -> {
                    condition(sql, values, "l.table_name =", entry.table().value());
                    condition(sql, values, "l.id =", entry.id());
                });
        filter.appKind().ifPresent(kind -> condition(sql, values, "l.app_kind =", kind));
        filter.app().ifPresent(app -> condition(sql, values, "l.app =", app));
        if (!filter.kinds().isEmpty()) {
            sql.append(" AND l.kind IN (");
            sql.append(
                    filter.kinds().stream()
                            .map(kind -> place(values, kind.word()))
                            .collect(Collectors.joining(", ")));
            sql.append(')');
        }
        if (filter.since() != 0) {
            condition(sql, values, "l.time >=", filter.since());
        }
        if (filter.until() != 0) {
            condition(sql, values, "l.time <", filter.until());
        }
        var statement = connection.prepareStatement(sql.append(tail).toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(FIRST + i, values.get(i));
        }
        return statement;
    }

    private static void condition(
            StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" AND ").append(condition).append(' ').append(place(values, value));
    }

    private static String place(List<Object> values, Object value) {
        values.add(value);
        return "?" + (FIRST + values.size() - 1);
    }
}
