package org.gatehouse.store.service;

import java.util.List;
import java.util.Optional;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.store.Author;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.Write;

/// Writes into the ledger that uses have stopped because the portal has gone, which cannot write it
/// any more.
///
/// @param appended told when that is done
record StoppedUses(PermissionStore store, Catalogue catalogue, Runnable appended) {

    private static final String WHY = "the portal has left";

    void record(List<Usage.Use> ended) {
        for (var use : ended) {
            var _ = store.submit(new Write.Note(event(use)), Author.STORE).thenRun(appended);
        }
    }

    private LedgerEvent event(Usage.Use use) {
        var which =
                new Which(
                        catalogue.find(use.permission()),
                        Optional.of(use.kind()),
                        Optional.of(use.app()));
        return which.event(LedgerEvent.Kind.STOPPED, WHY);
    }
}
