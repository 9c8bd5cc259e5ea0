package org.gatehouse.settings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The uses of the last days as columns of a chart, oldest first, one for each day.
///
/// @param columns one for each day
/// @param highest uses on the busiest day, at least 1
/// @param permissions ids of the classes that occur, most used first
public record UseBars(List<Column> columns, long highest, List<String> permissions) {

    /// One day.
    ///
    /// @param uses class → uses, in the order of [UseBars#permissions]
    public record Column(LocalDate day, Map<String, Long> uses) {

        /// All uses on the day.
        public long total() {
            return uses.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public UseBars {
        columns = List.copyOf(columns);
        permissions = List.copyOf(permissions);
    }

    /// Counts.
    ///
    /// @param days how many columns, today's the last
    public static UseBars of(List<DayUse> uses, int days, Times times) {
        var first = times.today().minusDays(days - 1L);
        var shown =
                uses.stream()
                        .filter(use -> use.uses() > 0 && !times.date(use.day()).isBefore(first))
                        .toList();
        var totals = new LinkedHashMap<String, Long>();
        shown.forEach(use -> totals.merge(use.permission(), use.uses(), Long::sum));
        var permissions =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        var columns =
                IntStream.range(0, days)
                        .mapToObj(first::plusDays)
                        .map(day -> column(day, shown, permissions, times))
                        .toList();
        long highest = columns.stream().mapToLong(Column::total).max().orElse(0);
        return new UseBars(columns, Math.max(1, highest), permissions);
    }

    private static Column column(
            LocalDate day, List<DayUse> uses, List<String> permissions, Times times) {
        var counts = new LinkedHashMap<String, Long>();
        for (var permission : permissions) {
            long count =
                    uses.stream()
                            .filter(use -> use.permission().equals(permission))
                            .filter(use -> times.date(use.day()).equals(day))
                            .mapToLong(DayUse::uses)
                            .sum();
            if (count > 0) {
                counts.put(permission, count);
            }
        }
        return new Column(day, counts);
    }

    public boolean isEmpty() {
        return permissions.isEmpty();
    }

    /// All uses.
    public long total() {
        return columns.stream().mapToLong(Column::total).sum();
    }
}
