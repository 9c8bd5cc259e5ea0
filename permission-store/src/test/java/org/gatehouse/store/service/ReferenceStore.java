package org.gatehouse.store.service;

import java.nio.file.Files;
import java.nio.file.Path;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;

/// The permission store of the distribution, on a test's bus.
final class ReferenceStore implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/libexec/xdg-permission-store");

    final PermissionStore store;
    private final BusConnection client;
    private final Process process;

    private ReferenceStore(PrivateBus bus) {
        process = bus.spawn(PROGRAM.toString());
        client = bus.connect();
        Await.until("the reference store serves", () -> isServing());
        store = ServedStore.store(client);
    }

    static ReferenceStore start(PrivateBus bus) {
        return new ReferenceStore(bus);
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    private boolean isServing() {
        return client.peers().owner(PermissionStoreFace.NAME).isPresent();
    }

    @Override
    public void close() {
        process.destroy();
        Await.until("the reference store has gone", () -> !isServing() && !process.isAlive());
        client.close();
    }
}
