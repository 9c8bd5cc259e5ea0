package org.gatehouse.store.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.identity.Caller;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.Write;

/// Writes down who was refused: at most one record a second from all of them together, since
/// somebody who is refused may ask for ever.
///
/// Threads: any.
final class Refusals {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CompletableFuture<PermissionStore> store;
    private final Runnable appended;
    private long next = System.nanoTime();

    /// @param appended told when a record has been written; must not wait
    Refusals(CompletableFuture<PermissionStore> store, Runnable appended) {
        this.store = store;
        this.appended = appended;
    }

    void record(String sender, Caller caller, String why) {
        if (!store.isDone() || !isItTime()) {
            return;
        }
        var identity = caller.identity();
        var text = "access to the store refused to " + sender + ": " + why;
        var event =
                new LedgerEvent(
                        LedgerEvent.Kind.DENIED,
                        "",
                        "",
                        identity.wireKind(),
                        identity.wireId(),
                        text);
        var _ =
                store.join()
                        .submit(new Write.Note(event), Writers.author(caller))
                        .thenRun(appended);
    }

    private synchronized boolean isItTime() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + PAUSE_NANOS;
        return true;
    }
}
