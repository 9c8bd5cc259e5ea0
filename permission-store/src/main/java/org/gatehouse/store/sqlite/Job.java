package org.gatehouse.store.sqlite;

import java.util.concurrent.CompletableFuture;
import org.gatehouse.store.Author;
import org.gatehouse.store.Write;

/// A write that waits for the writer.
record Job(Write write, Author author, CompletableFuture<Long> done) {

    Job(Write write, Author author) {
        this(write, author, new CompletableFuture<>());
    }
}
