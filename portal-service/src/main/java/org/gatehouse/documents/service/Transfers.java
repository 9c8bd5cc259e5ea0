package org.gatehouse.documents.service;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.protocol.PortalException;

/// The transfers there are, by key. They end silently with the connection of who began them.
///
/// Threads: any; both maps are guarded by the object, and nothing is called under it.
final class Transfers {

    private static final int MOST_OF_ONE = 64;
    private static final int MOST = 4096;
    private static final int KEY_BYTES = 16;

    private final BusConnection bus;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Transfer> byKey = new HashMap<>();
    private final Map<String, Set<String>> byConnection = new HashMap<>();

    Transfers(BusConnection bus) {
        this.bus = bus;
    }

    /// Begins a transfer.
    ///
    /// @return its key, which nobody can guess
    /// @throws PortalException `Failed` beyond 64 of one connection, or 4,096 in all
    String begin(Transfer transfer) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        if (add(key, transfer)) {
            var _ = bus.peers().onVanish(transfer.connection(), () -> left(transfer.connection()));
        }
        return key;
    }

    /// @return whether it is the connection's first
    private synchronized boolean add(String key, Transfer transfer) {
        if (byKey.size() >= MOST) {
            throw PortalException.failed("limit reached: 4096 transfers");
        }
        boolean first = !byConnection.containsKey(transfer.connection());
        var keys = byConnection.computeIfAbsent(transfer.connection(), _ -> new HashSet<>());
        if (keys.size() >= MOST_OF_ONE) {
            throw PortalException.failed("limit reached: 64 transfers of one connection");
        }
        keys.add(key);
        byKey.put(key, transfer);
        return first;
    }

    /// The transfer of a key.
    ///
    /// @throws PortalException `AccessDenied` if there is none
    synchronized Transfer get(String key) {
        var transfer = byKey.get(key);
        if (transfer == null) {
            throw invalid();
        }
        return transfer;
    }

    /// The transfer of a key, for the one who began it.
    ///
    /// @throws PortalException `AccessDenied` if there is none, or somebody else began it
    Transfer of(String connection, String key) {
        var transfer = get(key);
        if (!transfer.connection().equals(connection)) {
            throw invalid();
        }
        return transfer;
    }

    /// The transfer of a key, which ends with this if it stops by itself: only one can have it.
    ///
    /// @throws PortalException `AccessDenied` if there is none
    synchronized Transfer retrieve(String key) {
        var transfer = get(key);
        if (transfer.stopsItself()) {
            var _ = end(key);
        }
        return transfer;
    }

    /// @return whether it had not ended already
    synchronized boolean end(String key) {
        var transfer = byKey.remove(key);
        if (transfer == null) {
            return false;
        }
        var keys = byConnection.get(transfer.connection());
        if (keys != null) {
            keys.remove(key);
        }
        return true;
    }

    private synchronized void left(String connection) {
        var keys = byConnection.remove(connection);
        if (keys != null) {
            keys.forEach(byKey::remove);
        }
    }

    private static PortalException invalid() {
        return PortalException.accessDenied("Invalid transfer");
    }
}
