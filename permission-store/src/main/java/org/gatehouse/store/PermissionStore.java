package org.gatehouse.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keeps entries, grants and the ledger.
///
/// Threads: every method may be called from any thread. Reads are short but reach the disk: never
/// call them on a virtual thread.
public interface PermissionStore extends AutoCloseable {

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

    /// Ledger records, newest first.
    ///
    /// @param before only records with a smaller number; 0 for the newest
    List<LedgerRecord> ledger(long before, int count);

    /// Takes a write. Writes take effect in the order in which they were submitted.
    ///
    /// @return completes with the number of the ledger record once the write is durable, on the
    ///   store's writer thread; or with a [org.gatehouse.protocol.PortalException]: `NotFound`, or
    ///   `Failed` if it could not be written
    CompletableFuture<Long> submit(Write write, Author author);

    /// Completes when everything that is kept has been checked. Until then, what is not found may
    /// be what was lost. A small store is checked before it is opened.
    CompletableFuture<Void> checked();

    StoreStatus status();

    /// Ends writing and brings the copies up to date. Returns within 5 s.
    @Override
    void close();
}
