package org.gatehouse.portal.location;

import java.util.Optional;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.role.RoleSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection to the system bus, made when it is first needed and again when it was lost.
///
/// Threads: any; guarded by the object. Connecting is local and short.
final class SystemBus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SystemBus.class);

    private final BusAddress address;
    private @Nullable BusConnection connection;

    SystemBus(RoleSettings settings) {
        this.address = BusAddress.system(settings.environment());
    }

    /// The connection; empty if there is no system bus.
    synchronized Optional<BusConnection> connection() {
        var present = connection;
        if (present != null && !present.isClosed()) {
            return Optional.of(present);
        }
        try {
            connection = BusConnection.open(address);
            return Optional.of(connection);
        } catch (BusException e) {
            LOG.warn("no system bus: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
