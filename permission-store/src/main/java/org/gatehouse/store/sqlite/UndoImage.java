package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.StoredValue;

/// What a change has changed, as it was before and as it was after: the words of the apps
/// concerned, the values of entries, grants.
record UndoImage(List<OfEntry> entries, List<OfGrant> grants) {

    /// @param dataBefore empty where there was no entry
    /// @param words app → before and after, no words where there was no row
    record OfEntry(
            EntryKey key,
            Optional<StoredValue> dataBefore,
            Optional<StoredValue> dataAfter,
            Map<String, Words> words) {

        boolean hasChanged() {
            return isDataChanged() || !words.isEmpty();
        }

        private boolean isDataChanged() {
            return !dataBefore.equals(dataAfter);
        }

        private long size() {
            long size = 50L + dataBefore.map(data -> data.bytes().length).orElse(0);
            size += dataAfter.map(data -> data.bytes().length).orElse(0);
            for (var app : words.entrySet()) {
                size += 20 + app.getKey().length();
                size += length(app.getValue().before()) + length(app.getValue().after());
            }
            return size;
        }

        private static long length(List<String> words) {
            return words.stream().mapToLong(word -> 4L + word.length()).sum();
        }

        private boolean isAsAfter(Optional<Entry> now) {
            boolean isData = !isDataChanged() || now.map(Entry::data).equals(dataAfter);
            var entry = now.orElse(Entry.EMPTY);
            return isData
                    && words.entrySet().stream()
                            .allMatch(app -> app.getValue().after().equals(entry.of(app.getKey())));
        }

        /// What becomes of the entry. One that the change had made goes again, unless it has rows
        /// of other apps by now.
        private Optional<Entry> before(Optional<Entry> now) {
            var entry = now.orElse(Entry.EMPTY);
            for (var app : words.entrySet()) {
                entry = entry.with(app.getKey(), app.getValue().before());
            }
            if (dataBefore.isEmpty()) {
                return entry.permissions().isEmpty() ? Optional.empty() : Optional.of(entry);
            }
            return Optional.of(isDataChanged() ? entry.with(dataBefore.get()) : entry);
        }
    }

    record Words(List<String> before, List<String> after) {}

    /// @param before empty where there was none
    /// @param after the number of the record that decided it; empty where there was none
    record OfGrant(GrantKey key, Optional<Before> before, OptionalLong after) {}

    record Before(Grant grant, Made made) {}

    static UndoImage of(EntryChange change) {
        var entries = new ArrayList<OfEntry>();
        change.entries()
                .forEach((key, touched) -> {
                    var words = new LinkedHashMap<String, Words>();
                    var before = touched.before().orElse(Entry.EMPTY);
                    var after = touched.after().orElse(Entry.EMPTY);
                    for (var app : touched.apps()) {
                        if (!before.of(app).equals(after.of(app))) {
                            words.put(app, new Words(before.of(app), after.of(app)));
                        }
                    }
                    var image =
                            new OfEntry(
                                    key,
                                    touched.before().map(Entry::data),
                                    touched.after().map(Entry::data),
                                    words);
                    if (image.hasChanged()) {
                        entries.add(image);
                    }
                });
        var grants = new ArrayList<OfGrant>();
        change.grants()
                .forEach((key, grant) -> {
                    var before = grant.before().map(row -> new Before(row.grant(), row.made()));
                    grants.add(new OfGrant(key, before, grant.after()));
                });
        return new UndoImage(entries, grants);
    }

    /// About how much room it takes, in characters and bytes.
    long size() {
        return entries.stream().mapToLong(OfEntry::size).sum() + 200L * grants.size();
    }

    boolean isEmpty() {
        return entries.isEmpty() && grants.isEmpty();
    }

    /// Whether everything still is as the change left it.
    boolean isAsAfter(Transaction transaction) throws SQLException {
        for (var entry : entries) {
            if (!entry.isAsAfter(transaction.current(entry.key()))) {
                return false;
            }
        }
        for (var grant : grants) {
            var now = transaction.database().grants().find(grant.key());
            var sequence =
                    now.map(row -> OptionalLong.of(row.made().sequence()))
                            .orElse(OptionalLong.empty());
            if (!sequence.equals(grant.after())) {
                return false;
            }
        }
        return true;
    }

    /// Makes everything what it was before.
    void restore(EntryChange change) throws SQLException {
        for (var entry : entries) {
            change.put(
                    entry.key(), entry.before(change.current(entry.key())), entry.words().keySet());
        }
        for (var grant : grants) {
            change.put(
                    grant.key(),
                    grant.before().map(Before::grant),
                    grant.before().map(Before::made));
        }
    }
}
