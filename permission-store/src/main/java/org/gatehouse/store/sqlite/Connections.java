package org.gatehouse.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/// Opens connections to a database, all with the same precautions.
///
/// The address is made here and of nothing but a path; the schema is not trusted to call functions,
/// extensions cannot be loaded, and pages are checked as they are read.
final class Connections {

    private Connections() {}

    /// A connection that writes, and makes the file if there is none.
    static Connection writable(Path file) throws SQLException {
        return open(file, "FULL");
    }

    /// A connection for a file that is complete only once it is renamed: each commit on its own
    /// need not reach the disk.
    static Connection building(Path file) throws SQLException {
        return open(file, "OFF");
    }

    private static Connection open(Path file, String synchronous) throws SQLException {
        var options = new Properties();
        // else the driver asks for the last row's number after every row it writes
        options.setProperty("jdbc.get_generated_keys", "false");
        var connection = JDBC.createConnection("jdbc:sqlite:" + file.toAbsolutePath(), options);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema=OFF");
            statement.execute("PRAGMA cell_size_check=ON");
            statement.execute("PRAGMA synchronous=" + synchronous);
            statement.execute("PRAGMA cache_size=-1024");
            statement.execute("PRAGMA busy_timeout=2000");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
