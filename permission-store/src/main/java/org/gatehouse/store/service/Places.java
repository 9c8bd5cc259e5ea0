package org.gatehouse.store.service;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;

/// Bounds how many calls of one sort hold a thread at once.
///
/// Threads: any; never waits.
final class Places {

    private final Semaphore free;
    private final int most;

    Places(int most) {
        this.free = new Semaphore(most);
        this.most = most;
    }

    /// Takes a place for something that is run later, once; it is given back then.
    ///
    /// @throws PortalException `Failed` if none is left
    <T> Supplier<T> taken(Supplier<T> action) {
        if (!free.tryAcquire()) {
            throw PortalException.failed("more than %d such calls at once".formatted(most));
        }
        return () -> {
            try {
                return action.get();
            } finally {
                free.release();
            }
        };
    }
}
