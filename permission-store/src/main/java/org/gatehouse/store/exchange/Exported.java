package org.gatehouse.store.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.StoredValue;

/// What an export says. Immutable.
///
/// @param entries place in the store → what is kept there
public record Exported(Map<EntryKey, Place> entries) {

    /// The table whose rows mean files of one machine: it is never taken to another one.
    static final String DOCUMENTS = "documents";

    static final String FORMAT = "gatehouse-permissions";
    static final int VERSION = 1;

    public Exported {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /// What is kept at one place.
    ///
    /// @param rows app → words of the rows that name no kind of app
    /// @param grants to one kind of app each; the row of an app that has several is that of the
    ///   last
    record Place(StoredValue data, Map<String, List<String>> rows, List<KindGrant> grants) {

        /// Whether there is nothing beside the value.
        boolean isBare() {
            return rows.isEmpty() && grants.isEmpty();
        }
    }

    /// A grant to one kind of app.
    record KindGrant(AppKind kind, String app, Grant grant) {}
}
