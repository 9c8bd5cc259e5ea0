package org.gatehouse.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.freedesktop.DBus;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.libc.UnixSockets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether processes hold the connections that the bus has from them.
///
/// A connection outlives the process that made it if a copy of its socket does, and its process id
/// then comes to mean another process. Times do not show that in two cases: the kernel tells the
/// start of a process to 10 ms only, and a connection that was made long ago may be announced only
/// now, since its holder says when it greets the bus. A process that got the id of another one does
/// not hold that one's socket. So what is counted must agree: the names that the bus has of the
/// process, and the process's sockets whose other end is the bus's.
///
/// That cannot be told, and nothing is refused for it, where the kernel does not list sockets, or
/// the process has a network namespace of its own, whose sockets are not listed here.
///
/// Threads: any. Waits for the bus; what it said of a name is kept while the name is there.
final class HeldConnections {

    private static final Logger LOG = LoggerFactory.getLogger(HeldConnections.class);
    private static final String BUS = "org.freedesktop.DBus";

    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 2_000_000;

    private final DBus driver;
    private final Set<String> addresses;
    private final String network;
    private final Map<String, Future<Long>> processes = new ConcurrentHashMap<>();

    /// @throws SystemCallException if not even this process can be examined
    HeldConnections(BusConnection bus, DBus driver) throws SystemCallException {
        this.driver = driver;
        try (var self = ProcessFolder.open("self")) {
            this.network = self.network();
            this.addresses = addresses(self.socket("fd/" + bus.descriptor()));
        }
    }

    /// Where the bus listens, as the kernel names it; none if it cannot be told.
    private Set<String> addresses(Optional<Long> ownSocket) {
        var found = new HashSet<String>();
        try (var sockets = new UnixSockets()) {
            ownSocket.flatMap(sockets::peerName).ifPresent(found::add);
            // it may listen in several places
            long pid = driver.GetConnectionUnixProcessID(BUS).longValue();
            try (var daemon = ProcessFolder.open(Long.toString(pid))) {
                daemon.sockets().forEach(socket -> sockets.name(socket).ifPresent(found::add));
            }
        } catch (BusException | IdentityDoubt | SystemCallException unseen) {
            LOG.debug("the sockets of the bus cannot be seen", unseen);
        }
        return found;
    }

    /// @throws IdentityDoubt if the bus does not say what it has
    /// @throws SystemCallException if the process cannot be examined
    boolean by(long pid, ProcessFolder process) throws IdentityDoubt, SystemCallException {
        if (addresses.isEmpty() || !process.network().equals(network)) {
            return true;
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            long known = known(pid);
            if (known <= held(process)) {
                return true;
            }
            // it may be closing a connection of which the bus has not heard yet
            LockSupport.parkNanos(PAUSE_NANOS << i);
        }
        return false;
    }

    private long held(ProcessFolder process) throws IdentityDoubt, SystemCallException {
        try (var sockets = new UnixSockets()) {
            return process.sockets().stream()
                    .distinct()
                    .filter(socket ->
                            sockets.peerName(socket).filter(addresses::contains).isPresent())
                    .count();
        }
    }

    private long known(long pid) throws IdentityDoubt {
        var names = names();
        processes.keySet().retainAll(names);
        long count = 0;
        for (var name : names) {
            count += process(name) == pid ? 1 : 0;
        }
        return count;
    }

    private Set<String> names() throws IdentityDoubt {
        try {
            return driver.ListNames().stream()
                    .filter(name -> name.startsWith(":"))
                    .collect(Collectors.toSet());
        } catch (BusException e) {
            throw new IdentityDoubt("the bus does not say who is there: " + e.getMessage());
        }
    }

    /// The process of a name, 0 if it is gone. Callers that come at the same time ask once.
    private long process(String name) throws IdentityDoubt {
        var asking = new FutureTask<>(() -> asked(name));
        var earlier = processes.putIfAbsent(name, asking);
        if (earlier == null) {
            asking.run();
        }
        var answer = earlier == null ? asking : earlier;
        try {
            return answer.get();
        } catch (ExecutionException e) {
            processes.remove(name, answer);
            return asked(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityDoubt("interrupted");
        }
    }

    private long asked(String name) throws IdentityDoubt {
        try {
            return driver.GetConnectionUnixProcessID(name).longValue();
        } catch (BusException e) {
            if (e instanceof RemoteException answer && answer.isPeerAbsent()) {
                return 0;
            }
            throw new IdentityDoubt("the bus does not say who is there: " + e.getMessage());
        }
    }
}
