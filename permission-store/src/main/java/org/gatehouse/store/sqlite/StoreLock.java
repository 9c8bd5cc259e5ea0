package org.gatehouse.store.sqlite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps a second process off the store: two would not see each other's writes.
///
/// The lock ends with the process, however that ends.
///
/// Threads: any.
final class StoreLock implements AutoCloseable {

    /// So long may a store that is being replaced take to end.
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private static final long PAUSE_MILLIS = 20;

    private final @Nullable FileChannel channel;

    private StoreLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, waiting for an earlier holder. Where nothing can be written there is none to
    /// take.
    ///
    /// @throws IOException if it is still held after a while
    static StoreLock take(StoreFolder folder) throws IOException {
        var channel = open(folder);
        long end = System.nanoTime() + PATIENCE;
        while (channel != null && !isTaken(channel)) {
            if (System.nanoTime() - end > 0) {
                channel.close();
                throw new IOException("another process uses " + folder.own());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for " + folder.own(), e);
            }
        }
        return new StoreLock(channel);
    }

    private static @Nullable FileChannel open(StoreFolder folder) {
        try {
            folder.create();
            return Files.isWritable(folder.own())
                    ? FileChannel.open(folder.lock(), CREATE, WRITE)
                    : null;
        } catch (IOException e) {
            // read-only or full: the database is opened as a copy of our own then
            return null;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
