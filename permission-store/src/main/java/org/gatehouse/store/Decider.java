package org.gatehouse.store;

import java.util.Locale;
import org.gatehouse.protocol.PortalException;

/// Who decided.
public enum Decider {
    PERSON,
    POLICY,
    IMPORT,
    ADMINISTRATOR,
    TOOL;

    /// The decider that a word names.
    ///
    /// @throws PortalException `InvalidArgument` for any other word
    public static Decider of(String word) {
        return Words.find(values(), word, "decider");
    }

    /// The word on the bus and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
