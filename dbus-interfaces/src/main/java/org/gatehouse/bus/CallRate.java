package org.gatehouse.bus;

import java.util.function.LongSupplier;
import org.gatehouse.protocol.PortalException;

/// How often one connection may call what creates something: 200 times a second, 400 in a burst.
///
/// Threads: any; guarded by the object.
public final class CallRate {

    private static final long PER_SECOND = 200;
    private static final long BURST = 400;
    private static final long NANOS_PER_CALL = 1_000_000_000L / PER_SECOND;

    private final LongSupplier clock;
    private long credit = BURST * NANOS_PER_CALL;
    private long last;

    /// A connection that has not called yet.
    ///
    /// @param clock nanoseconds, never going back
    public CallRate(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /// Counts one call.
    ///
    /// @throws PortalException `Failed`, naming the limit
    public synchronized void count() {
        long now = clock.getAsLong();
        credit = Math.min(BURST * NANOS_PER_CALL, credit + now - last);
        last = now;
        if (credit < NANOS_PER_CALL) {
            throw PortalException.failed("limit reached: 200 calls a second for one connection");
        }
        credit -= NANOS_PER_CALL;
    }
}
