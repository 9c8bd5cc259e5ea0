package org.gatehouse.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.identity.Departures.Watch;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.role.RoleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who the peers of a connection are: found out at their first call, kept until they leave the bus.
///
/// A refusal is never kept. Threads: any; two that ask for the same new peer may both examine it.
public final class CallerIdentities implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallerIdentities.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Identifier identifier;
    private final Departures departures;
    private final BlockingCalls blocking = new BlockingCalls(DEADLINE);
    private final Map<String, Caller> known = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    CallerIdentities(Identifier identifier, Departures departures) {
        this.identifier = identifier;
        this.departures = departures;
    }

    /// The callers of a connection, as they really are: for roles that only tell hosts from others.
    public static CallerIdentities of(BusConnection bus, RoleSettings settings) {
        try {
            var evidence = new ConnectionEvidence(bus);
            return new CallerIdentities(real(evidence, settings), evidence);
        } catch (SystemCallException | IdentityDoubt e) {
            throw blind(e);
        }
    }

    /// The callers of the portal: a flatpak has to be installed, and the test identity is what
    /// everybody has if the settings allow it and the environment names one.
    public static CallerIdentities ofPortal(BusConnection bus, RoleSettings settings) {
        try {
            var evidence = new ConnectionEvidence(bus);
            var real = real(evidence, settings);
            var identifier =
                    settings.testIdentity()
                            ? TestIdentity.of(settings.environment()).orElse(real)
                            : real;
            var installed = new InstalledApps(settings.directories());
            return new CallerIdentities(new InstalledFlatpaksOnly(identifier, installed), evidence);
        } catch (SystemCallException | IdentityDoubt e) {
            throw blind(e);
        }
    }

    private static Identifier real(ConnectionEvidence evidence, RoleSettings settings)
            throws SystemCallException, IdentityDoubt {
        var snap = new SnapRoutine(settings.environment());
        var apps = new ProcessApps(snap, new InstalledApps(settings.directories()));
        return new ProcessIdentifier(evidence, apps);
    }

    private static IllegalStateException blind(Exception cause) {
        return new IllegalStateException("this process cannot examine itself", cause);
    }

    /// Who `sender`, a unique name, is. Waits for up to 5 s at the peer's first call.
    ///
    /// @throws PortalException `AccessDenied` if it cannot be told beyond doubt, or the thread is
    ///   interrupted, which stays interrupted
    public AppIdentity identify(String sender) {
        return caller(sender).identity();
    }

    /// As [#identify], with the process, for the ledger.
    ///
    /// @throws PortalException as [#identify]
    public Caller caller(String sender) {
        var caller = known.get(sender);
        return caller != null ? caller : examined(sender);
    }

    /// Who `sender` is, if that is known already. Never waits.
    public Optional<AppIdentity> known(String sender) {
        return Optional.ofNullable(known.get(sender)).map(Caller::identity);
    }

    private Caller examined(String sender) {
        // watched before it is examined: examining a peer that is gone by then fails
        var gone = new AtomicBoolean();
        var watch = departures.watch(sender, () -> forget(sender, gone));
        try {
            var caller = blocking.within(() -> identifier.identify(sender));
            known.put(sender, caller);
            if (gone.get()) {
                known.remove(sender);
            }
            return caller;
        } catch (IdentityDoubt e) {
            refused(sender, e, gone, watch);
        } catch (InterruptedException e) {
            watch.end();
            Thread.currentThread().interrupt();
        }
        throw PortalException.accessDenied("the caller cannot be identified");
    }

    /// Says so once for each peer; the refusal itself is not kept.
    private void refused(String sender, IdentityDoubt why, AtomicBoolean gone, Watch watch) {
        if (!refused.add(sender)) {
            watch.end();
            return;
        }
        LOG.warn("caller {} is refused: {}", sender, why.getMessage());
        if (gone.get()) {
            refused.remove(sender);
        }
    }

    private void forget(String sender, AtomicBoolean gone) {
        gone.set(true);
        known.remove(sender);
        refused.remove(sender);
    }

    @Override
    public void close() {
        blocking.close();
    }
}
