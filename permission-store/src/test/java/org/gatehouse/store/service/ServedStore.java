package org.gatehouse.store.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.freedesktop.impl.portal.PermissionStore;
import org.freedesktop.impl.portal.PermissionStore.Changed;
import org.gatehouse.Decisions1;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.PrivateBus;

/// The store role on a private bus, a client of it that listens, and one that owns the portal's
/// name.
final class ServedStore implements AutoCloseable {

    static final Duration DEADLINE = Duration.ofSeconds(20);
    static final String PORTAL = "org.freedesktop.portal.Desktop";

    final PrivateBus bus;
    final BusConnection client;
    final PermissionStore store;
    final Permissions1 permissions;
    final BusConnection portal;
    final Decisions1 decisions;
    final Queue<Changed> changes = new ConcurrentLinkedQueue<>();
    private RunningRole role;

    private ServedStore(PrivateBus bus) throws RoleFailure {
        this.bus = bus;
        role = start(bus, Map.of());
        client = bus.connect();
        store = store(client);
        permissions = permissions(client);
        portal = bus.connect();
        if (!portal.requestName(PORTAL, Set.of())) {
            throw new IllegalStateException("somebody else is the portal");
        }
        decisions = decisions(portal);
        var _ =
                client.subscribe(
                        Changed.class,
                        PermissionStoreFace.NAME,
                        PermissionStoreFace.PATH,
                        (change, _) -> changes.add(change));
    }

    static ServedStore start() throws RoleFailure {
        return new ServedStore(PrivateBus.start());
    }

    static ServedStore start(PrivateBus bus) throws RoleFailure {
        return new ServedStore(bus);
    }

    static PermissionStore store(BusConnection client) {
        return client.remote(
                PermissionStore.class,
                PermissionStoreFace.NAME,
                PermissionStoreFace.PATH,
                DEADLINE);
    }

    static Permissions1 permissions(BusConnection client) {
        return client.remote(
                Permissions1.class, Permissions1Face.NAME, Permissions1Face.PATH, DEADLINE);
    }

    static Decisions1 decisions(BusConnection client) {
        return client.remote(
                Decisions1.class, Permissions1Face.NAME, Permissions1Face.PATH, DEADLINE);
    }

    static RunningRole start(PrivateBus bus, Map<String, String> more) throws RoleFailure {
        var environment = bus.environment();
        environment.putAll(more);
        return StoreRole.start(new RoleSettings(environment, false, false));
    }

    /// The portal keeps a decision of the person.
    void granted(String permission, String kind, String app, String... words) {
        var _ =
                decisions.Remember(
                        permission,
                        permission,
                        kind,
                        app,
                        List.of(words),
                        Listening.dictionary("reason", "to find the way", "accuracy", "exact"));
    }

    RunningRole role() {
        return role;
    }

    void stop() {
        role.close();
    }

    void restart() throws RoleFailure {
        role.close();
        role = start(bus, Map.of());
    }

    @Override
    public void close() {
        role.close();
        portal.close();
        client.close();
        bus.close();
    }
}
