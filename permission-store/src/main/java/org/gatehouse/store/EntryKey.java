package org.gatehouse.store;

/// Where an entry is kept.
///
/// @param id any string; what it means is the table's business
public record EntryKey(TableName table, String id) {

    public static EntryKey of(String table, String id) {
        return new EntryKey(new TableName(table), id);
    }
}
