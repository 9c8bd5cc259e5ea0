package org.gatehouse.store.sqlite;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The copies of the database: the newest and the one before.
///
/// Threads: one at a time.
final class Generations {

    private static final int COUNT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final StoreFolder folder;

    Generations(StoreFolder folder) {
        this.folder = folder;
    }

    /// Makes a copy of the database as it is now.
    void add(Path database) throws IOException, SQLException {
        var fresh = folder.fresh(folder.generation(1));
        StoreFolder.delete(fresh);
        try (var connection = Connections.writable(database);
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, fresh.toString());
            copy.execute();
        }
        if (Files.exists(folder.generation(1))) {
            Files.move(folder.generation(1), folder.generation(2), ATOMIC_MOVE, REPLACE_EXISTING);
        }
        StoreFolder.replace(fresh, folder.generation(1));
    }

    /// Writes the newest copy that is whole to a file of its own.
    ///
    /// @return empty if there is none
    Optional<String> copyNewestTo(Path file) throws IOException {
        for (int number = 1; number <= COUNT; number++) {
            var generation = folder.generation(number);
            StoreFolder.delete(file);
            if (Files.isRegularFile(generation)) {
                Files.copy(generation, file);
                if (isWholeNow(file)) {
                    return Optional.of(generation.getFileName().toString());
                }
            }
        }
        StoreFolder.delete(file);
        return Optional.empty();
    }

    /// Whether a copy is whole, once it is of the present version.
    private static boolean isWholeNow(Path file) {
        try {
            Verification.checkHeader(file);
            try (var connection = Connections.building(file)) {
                Schema.migrate(connection);
            }
            Verification.check(file);
            return true;
        } catch (StoreFault | SQLException e) {
            LOG.warn("{} cannot be used: {}", file, e.getMessage());
            return false;
        }
    }
}
