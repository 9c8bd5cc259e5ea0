package org.gatehouse.store;

import java.util.Locale;
import org.gatehouse.protocol.PortalException;

/// What an app is confined by. Grants of different kinds never mix, even under the same app id.
public enum AppKind {
    FLATPAK,
    SNAP,
    LINYAPS,
    CLICK,
    HOST;

    /// The kind that a word names.
    ///
    /// @throws PortalException `InvalidArgument` for any other word
    public static AppKind of(String word) {
        return Words.find(values(), word, "kind of app");
    }

    /// The word on the bus and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
