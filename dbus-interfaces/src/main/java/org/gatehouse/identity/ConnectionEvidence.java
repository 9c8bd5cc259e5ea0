package org.gatehouse.identity;

import java.time.Duration;
import org.freedesktop.DBus;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.SystemCallException;

/// What the bus of a connection tells.
final class ConnectionEvidence implements BusEvidence, Departures {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final BusConnection bus;
    private final DBus driver;
    private final HeldConnections held;
    private final long listeningSince;

    /// @throws SystemCallException if not even this process can be examined
    ConnectionEvidence(BusConnection bus) throws SystemCallException {
        this.bus = bus;
        this.driver =
                bus.remote(DBus.class, "org.freedesktop.DBus", "/org/freedesktop/DBus", DEADLINE);
        this.held = new HeldConnections(bus, driver);
        this.listeningSince = Libc.bootTimeNanos();
    }

    @Override
    public long connectedBefore(String sender) {
        return bus.peers().announcedAt(sender).orElse(listeningSince);
    }

    @Override
    public Credentials credentials(String sender) throws IdentityDoubt {
        try (var known = bus.credentials(sender)) {
            if (known.pid() <= 0 || known.pid() > Integer.MAX_VALUE) {
                throw new IdentityDoubt("a process that is not ours to see");
            }
            var process = known.process().map(UnixFd::take).map(Descriptor::owning);
            return new Credentials(
                    known.uid(),
                    known.pid(),
                    process.orElse(null),
                    known.securityLabel().orElse(null));
        } catch (BusException e) {
            throw new IdentityDoubt("the bus does not know it: " + e.getMessage());
        }
    }

    @Override
    public long processId(String sender) throws IdentityDoubt {
        try {
            return driver.GetConnectionUnixProcessID(sender).longValue();
        } catch (BusException e) {
            throw new IdentityDoubt("the bus does not know it: " + e.getMessage());
        }
    }

    @Override
    public boolean holdsItsConnections(long pid, ProcessFolder process)
            throws IdentityDoubt, SystemCallException {
        return held.by(pid, process);
    }

    @Override
    public Watch watch(String sender, Runnable gone) {
        return bus.peers().onVanish(sender, gone)::close;
    }
}
