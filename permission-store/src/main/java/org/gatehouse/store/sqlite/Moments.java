package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.gatehouse.libc.Libc;
import org.gatehouse.store.Moment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clocks of this machine.
///
/// Threads: any.
public final class Moments implements Supplier<Moment> {

    private static final Logger LOG = LoggerFactory.getLogger(Moments.class);
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final String boot;

    private Moments(String boot) {
        this.boot = boot;
    }

    public static Moments ofThisMachine() {
        return new Moments(boot());
    }

    @Override
    public Moment get() {
        return new Moment(
                System.currentTimeMillis() / 1000, boot, Libc.bootTimeNanos() / 1_000_000);
    }

    private static String boot() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            LOG.warn("it is not known since when the machine runs: {}", e.toString());
            return "";
        }
    }
}
