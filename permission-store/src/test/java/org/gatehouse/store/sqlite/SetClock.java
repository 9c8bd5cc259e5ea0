package org.gatehouse.store.sqlite;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.gatehouse.store.Moment;

/// The clocks of a machine that is the test's.
///
/// Threads: any.
final class SetClock implements Supplier<Moment> {

    private volatile Moment now =
            new Moment(Instant.parse("2026-11-20T12:00:00Z").getEpochSecond(), "boot-1", 600_000);

    @Override
    public Moment get() {
        return now;
    }

    long time() {
        return now.time();
    }

    /// Time passes, by both clocks.
    void pass(Duration time) {
        now =
                new Moment(
                        now.time() + time.toSeconds(),
                        now.boot(),
                        now.sinceBoot() + time.toMillis());
    }

    /// Somebody sets the clock on the wall.
    void jump(Duration by) {
        now = new Moment(now.time() + by.toSeconds(), now.boot(), now.sinceBoot());
    }

    /// The machine is started anew; its clock on the wall goes on from where it was.
    void boot(String id) {
        now = new Moment(now.time(), id, 5_000);
    }
}
