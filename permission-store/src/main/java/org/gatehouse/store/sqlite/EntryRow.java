package org.gatehouse.store.sqlite;

import org.gatehouse.store.Entry;

/// An entry with the checksum of its row.
record EntryRow(Entry entry, long checksum) {}
