package org.gatehouse.launcher;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.role.XdgDirectories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whose turn it is to serve a bus: a lock in `$XDG_RUNTIME_DIR`, held as long as the process
/// lives.
///
/// The bus starts one process for each name that is called, and one service process owns several
/// names. The second process finds the turn taken and leaves with 0, which a dbus-daemon takes for
/// "started by somebody else": the callers get their answer when the first one owns the name.
final class Turn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final FileChannel file;

    private Turn(FileChannel file) {
        this.file = file;
    }

    /// Takes the turn of `launcher` on the bus of this environment.
    ///
    /// Waits a little for a process that is just leaving, since the bus may have started this one
    /// as its successor.
    ///
    /// @return empty if another process keeps it
    /// @throws IOException if there is no place for a lock; the caller may go on without
    static Optional<Turn> take(String launcher, Map<String, String> environment)
            throws IOException {
        var file = FileChannel.open(path(launcher, environment), WRITE, CREATE);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (file.tryLock() == null) {
            if (System.nanoTime() > end) {
                file.close();
                return Optional.empty();
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return Optional.of(new Turn(file));
    }

    private static Path path(String launcher, Map<String, String> environment) throws IOException {
        var folder = new XdgDirectories(environment).runtimeDir().resolve("gatehouse");
        Files.createDirectories(folder);
        var bus = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").hashCode();
        return folder.resolve("%s-%08x.lock".formatted(launcher, bus));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.debug("the lock was gone already", e);
        }
    }
}
