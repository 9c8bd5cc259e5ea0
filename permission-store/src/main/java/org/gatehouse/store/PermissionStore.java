package org.gatehouse.store;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keeps entries, grants and the ledger.
///
/// Threads: every method may be called from any thread. Reads are short but reach the disk: never
/// call them on a virtual thread.
public interface PermissionStore extends AutoCloseable {

    /// Takes what is kept, entry by entry.
    @FunctionalInterface
    interface EntryVisitor {

        /// @param grants those that hold under this id, by app and kind; the rows that they stand
        ///   for are in `entry`
        void visit(EntryKey key, Entry entry, List<StoredGrant> grants);
    }

    /// What is kept under an id.
    ///
    /// @throws org.gatehouse.protocol.PortalException `Failed` if it cannot be told, because the
    ///   store is damaged
    Optional<Entry> find(EntryKey key);

    /// The ids of a table, sorted; none if it is unknown.
    ///
    /// @throws org.gatehouse.protocol.PortalException `Failed` as in [#find]
    List<String> ids(TableName table);

    /// The decision that holds for an app of that kind.
    ///
    /// @throws org.gatehouse.protocol.PortalException `Failed` as in [#find]
    Optional<Decision> decision(GrantKey key);

    /// The number of the newest ledger record. Whoever asks for it before reading something else
    /// knows that what is read is not older.
    long sequence();

    /// What holds for apps: the grants to each kind and the rows that tools wrote, by table, id,
    /// app and kind. Grants that are over are left out.
    ///
    /// Takes as long as reading the entries that it is about; other reads do not wait for it.
    ///
    /// @throws org.gatehouse.protocol.PortalException `Failed` as in [#find]
    List<StoredGrant> grants(GrantFilter filter);

    /// Ledger records, newest first.
    ///
    /// @param before only records with a smaller number; 0 for the newest
    /// @param count at most so many
    List<LedgerRecord> ledger(LedgerFilter filter, long before, int count);

    /// How often what was used on each day, by day; days without use are left out.
    ///
    /// Other reads do not wait for it.
    ///
    /// @param since seconds since the epoch
    /// @param zone says when a day begins
    List<DayUse> useByDay(GrantFilter filter, long since, ZoneId zone);

    /// The questions that wait, in the order in which they came.
    List<DeferredQuestion> deferred();

    /// The newest change that can be undone.
    Optional<UndoStep> lastChange();

    /// Shows everything that is kept, as it is at one moment, by table and id. Grants that are over
    /// are left out. Other reads do not wait for it.
    ///
    /// @return the number of the newest ledger record at that moment
    /// @throws org.gatehouse.protocol.PortalException `Failed` as in [#find]
    long visit(EntryVisitor visitor);

    /// Walks through the whole ledger, for about five microseconds a record. Other reads do not
    /// wait for it.
    LedgerCheck checkLedger();

    /// Takes a write. Writes take effect in the order in which they were submitted.
    ///
    /// @return completes with the number of the ledger record (for [Write.Defer] that of the
    ///   question) once the write is durable, on the store's writer thread; or with a
    ///   [org.gatehouse.protocol.PortalException]: what the [Write] says, or `Failed` if it could
    ///   not be written
    CompletableFuture<Long> submit(Write write, Author author);

    /// Completes when everything that is kept has been checked. Until then, what is not found may
    /// be what was lost. A small store is checked before it is opened.
    CompletableFuture<Void> checked();

    StoreStatus status();

    /// Ends writing and brings the copies up to date. Returns within 5 s.
    @Override
    void close();
}
