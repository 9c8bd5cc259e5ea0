package org.gatehouse.store.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.Reply;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.Write;
import org.jspecify.annotations.Nullable;

/// Answers calls from the store: reads at once, writes when they are durable.
///
/// Threads: called on the sender's queue or the connection's reading thread; never waits.
final class Served {

    private final CompletableFuture<PermissionStore> store;
    private final SenderOrder order = new SenderOrder();
    private final Writers writers;
    private final Executor slow;
    private final Runnable appended;

    /// @param store complete before the guard lets a call pass
    /// @param slow runs what takes longer than a call should hold the connection
    /// @param appended told when a write has appended to the ledger; must not wait
    Served(
            CompletableFuture<PermissionStore> store,
            Writers writers,
            Executor slow,
            Runnable appended) {
        this.store = store;
        this.writers = writers;
        this.slow = slow;
        this.appended = appended;
    }

    PermissionStore store() {
        return store.join();
    }

    /// Answers with what the query finds once the sender's writes are done. A query that finds
    /// nothing is asked again once the whole store has been checked.
    ///
    /// @return what to return from the handler; it counts only if the answer was found at once
    <T> @Nullable T read(Supplier<T> query) {
        var call = Invocation.current();
        var waiting = order.waiting(call.sender());
        if (waiting == null) {
            try {
                return query.get();
            } catch (PortalException e) {
                if (e.kind() != PortalException.Kind.NOT_FOUND || store().checked().isDone()) {
                    throw e;
                }
                waiting = store().checked();
            }
        }
        var reply = call.detach();
        var _ = waiting.whenComplete((_, _) -> answer(reply, query));
        return null;
    }

    /// The same for a query whose answer is long.
    <T> @Nullable T readSlowly(Supplier<T> query) {
        var call = Invocation.current();
        var waiting = order.waiting(call.sender());
        var reply = call.detach();
        if (waiting == null) {
            slow.execute(() -> answer(reply, query));
        } else {
            var _ = waiting.whenCompleteAsync((_, _) -> answer(reply, query), slow);
        }
        return null;
    }

    /// Submits a write of the caller, to be answered with the number of its ledger record, or with
    /// nothing.
    ///
    /// @return completes when the write is done
    CompletableFuture<?> write(Write write, boolean answersNumber) {
        var call = Invocation.current();
        var author = writers.author(call.sender());
        var done = submit(call.sender(), write, author);
        var reply = call.detach();
        var _ =
                done.whenComplete((sequence, failure) -> {
                    if (failure == null) {
                        complete(reply, answersNumber ? new UInt64(sequence) : Reply.NOTHING);
                    } else {
                        fail(reply, failure);
                    }
                });
        return done;
    }

    /// The same for a write that takes time to prepare.
    ///
    /// @param after run when it is done
    void writeSlowly(Supplier<Write> prepared, Runnable after) {
        var _ =
                actSlowly(writing ->
                        () -> {
                            long number = writing.applyAsLong(prepared.get());
                            after.run();
                            return new UInt64(number);
                        });
    }

    /// Answers with the outcome of something that takes time and is done in the caller's name.
    ///
    /// @param action given what writes for the caller, waits until that is durable, and returns the
    ///   number of the ledger record
    /// @throws PortalException `AccessDenied` if the caller may not write
    <T> @Nullable T actSlowly(Function<ToLongFunction<Write>, Supplier<T>> action) {
        var call = Invocation.current();
        var author = writers.author(call.sender());
        var outcome = action.apply(write -> done(submit(call.sender(), write, author)));
        var reply = call.detach();
        slow.execute(() -> answer(reply, outcome));
        return null;
    }

    private CompletableFuture<Long> submit(String sender, Write write, Author author) {
        var done = store().submit(write, author);
        order.wrote(sender, done);
        var _ =
                done.whenComplete((_, failure) -> {
                    if (failure == null) {
                        appended.run();
                    }
                });
        return done;
    }

    /// The store with the caller's own writes done. Waits for them: only on a sender's queue.
    PermissionStore settled() {
        var waiting = order.waiting(Invocation.current().sender());
        if (waiting != null) {
            var _ = waiting.handle((_, _) -> "").join();
        }
        return store();
    }

    /// Writes for the caller, and waits until that is durable: only on a sender's queue.
    ///
    /// @return the number of the ledger record
    /// @throws PortalException what the [Write] says, or `AccessDenied`
    long change(Write write) {
        var sender = Invocation.current().sender();
        return done(submit(sender, write, writers.author(sender)));
    }

    private static long done(CompletableFuture<Long> written) {
        try {
            return written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PortalException reason ? reason : e;
        }
    }

    /// Whether the caller may write at all.
    ///
    /// @throws PortalException `AccessDenied` if not
    void requireWriter() {
        var _ = writers.author(Invocation.current().sender());
    }

    private static void answer(Reply reply, Supplier<?> query) {
        try {
            var found = query.get();
            complete(reply, found == null ? Reply.NOTHING : found);
        } catch (RuntimeException e) {
            fail(reply, e);
        }
    }

    private static void complete(Reply reply, Object value) {
        try {
            reply.complete(value);
        } catch (BusException e) {
            // the connection has gone, and with it whoever waited
        }
    }

    private static void fail(Reply reply, Throwable failure) {
        try {
            reply.fail(failure);
        } catch (BusException e) {
            // as above
        }
    }
}
