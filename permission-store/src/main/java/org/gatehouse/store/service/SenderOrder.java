package org.gatehouse.store.service;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Lets a caller's reads see its own writes: knows the last write of each sender that is not yet
/// done. Writes are done in order, so that the last one stands for all.
///
/// Threads: any.
final class SenderOrder {

    private final Map<String, CompletableFuture<?>> lastWrites = new ConcurrentHashMap<>();

    void wrote(String sender, CompletableFuture<?> done) {
        lastWrites.put(sender, done);
        var _ = done.whenComplete((_, _) -> lastWrites.remove(sender, done));
    }

    /// What a read of this sender has to wait for, null if for nothing.
    @Nullable CompletableFuture<?> waiting(String sender) {
        return lastWrites.get(sender);
    }
}
