package org.gatehouse.documents.fuse;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Sees which threads of a connection are held up, and has others started in their place.
///
/// Threads: one of its own, which sleeps until all of the others were busy once, and again when
/// they have not been for a while.
final class StallWatch {

    private static final long HELD_UP_NANOS = Duration.ofMillis(15).toNanos();
    private static final int QUIET_ROUNDS = 40;
    private static final long STACK_BYTES = 256 * 1024;

    private final FuseConnection connection;
    private final Thread thread;
    private volatile boolean watches;

    StallWatch(FuseConnection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().daemon().stackSize(STACK_BYTES).unstarted(this::run);
    }

    void start(String name) {
        thread.setName(name);
        thread.start();
    }

    /// Begins to look, if it does not already.
    void begin() {
        if (!watches) {
            watches = true;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!connection.isClosing()) {
            if (watches) {
                watch();
                watches = false;
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void watch() {
        Map<FuseWorker, Long> before = new HashMap<>();
        for (int quiet = 0; quiet < QUIET_ROUNDS && !connection.isClosing(); quiet++) {
            LockSupport.parkNanos(this, HELD_UP_NANOS);
            int heldUp = 0;
            for (var worker : connection.workers()) {
                long taken = worker.taken();
                Long earlier = before.put(worker, taken);
                if (taken > 0 && earlier != null && earlier == taken) {
                    heldUp++;
                }
            }
            if (heldUp > 0) {
                quiet = 0;
                connection.replace(heldUp);
            }
        }
    }
}
