package org.gatehouse.store;

/// Something that happened and is to be remembered.
///
/// @param table where, `""` if it concerns none; free text, since what was refused need not be a
///   table name
/// @param appKind the word of an [AppKind], `""` if unknown
/// @param text for people, one line
public record LedgerEvent(
        Kind kind, String table, String id, String appKind, String app, String text) {

    /// What happened.
    public enum Kind {
        ASKED,
        GRANTED,
        DENIED,
        DISMISSED,
        /// Not asked now; the question waits.
        DEFERRED,
        USED,
        /// A use stops for a while, because the app is not in use.
        PAUSED,
        RESUMED,
        /// A use has ended, or an app was ended.
        STOPPED,
        /// An app was started by its autostart entry.
        STARTED,
        /// An app has run without a window, from when until when is in the text.
        RAN,
        /// Decided in a settings app.
        SET,
        REVOKED,
        /// A decision was removed: the next use asks again.
        FORGOTTEN,
        EXPIRED,
        /// Nobody used a grant for so long that the next use asks again.
        LAPSED,
        IMPORTED,
        /// A change was taken back.
        UNDONE,
        /// Changed by a program other than the portal.
        CHANGED;

        /// The kind that a word names.
        ///
        /// @throws org.gatehouse.protocol.PortalException `InvalidArgument` for any other word
        public static Kind of(String word) {
            return Words.find(values(), word, "kind of event");
        }

        /// The word on the bus and in the database.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// About an entry as a whole.
    public static LedgerEvent about(Kind kind, EntryKey entry, String app, String text) {
        return new LedgerEvent(kind, entry.table().value(), entry.id(), "", app, text);
    }

    /// About the store itself.
    public static LedgerEvent aboutTheStore(Kind kind, String text) {
        return new LedgerEvent(kind, "", "", "", "", text);
    }
}
