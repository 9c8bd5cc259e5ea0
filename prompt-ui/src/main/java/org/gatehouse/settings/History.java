package org.gatehouse.settings;

import java.util.List;
import java.util.stream.Stream;

/// As much of the history as has been read.
///
/// @param rows newest first
/// @param days of the chart
/// @param loaded false while the first page is on its way
/// @param complete whether there is nothing older
public record History(
        Filter filter, List<LedgerRow> rows, List<DayUse> days, boolean loaded, boolean complete) {

    public History {
        rows = List.copyOf(rows);
        days = List.copyOf(days);
    }

    static History loading(Filter filter) {
        return new History(filter, List.of(), List.of(), false, false);
    }

    static History first(Filter filter, List<LedgerRow> rows, List<DayUse> days, int asked) {
        return new History(filter, rows, days, true, rows.size() < asked);
    }

    History withOlder(List<LedgerRow> older, int asked) {
        var all = Stream.concat(rows.stream(), older.stream()).toList();
        return new History(filter, all, days, true, older.size() < asked);
    }

    /// The number to ask for older records with.
    long oldest() {
        return rows.isEmpty() ? 0 : rows.getLast().sequence();
    }
}
