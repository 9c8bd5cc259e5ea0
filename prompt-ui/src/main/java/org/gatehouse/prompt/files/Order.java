package org.gatehouse.prompt.files;

import java.util.Comparator;

/// The order in which a folder is shown: folders first, then by a column.
///
/// @param ascending whether small, early and old comes first
public record Order(Column column, boolean ascending) {

    /// By name, from A.
    public static final Order BY_NAME = new Order(Column.NAME, true);

    /// What can be sorted by.
    public enum Column {
        NAME,
        SIZE,
        MODIFIED
    }

    /// The order after a click on the head of a column.
    public Order after(Column clicked) {
        return clicked == column
                ? new Order(column, !ascending)
                : new Order(clicked, clicked == Column.NAME);
    }

    /// As a comparator. Equal values go by name, from A.
    public Comparator<Entry> comparator() {
        Comparator<Entry> byColumn =
                switch (column) {
                    case NAME -> (one, other) -> NaturalOrder.compare(one.label(), other.label());
                    case SIZE -> Comparator.comparingLong(Entry::size);
                    case MODIFIED -> Comparator.comparingLong(Entry::modified);
                };
        return Comparator.comparing(Entry::isFolder)
                .reversed()
                .thenComparing(ascending ? byColumn : byColumn.reversed())
                .thenComparing((one, other) -> NaturalOrder.compare(one.label(), other.label()))
                .thenComparing(entry -> entry.path().latin1());
    }
}
