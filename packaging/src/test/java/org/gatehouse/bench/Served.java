package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.bus.BusConnection;

/// A well-known name whose owner the bus can start.
///
/// @param path of the object that is asked
/// @param interfaceName with a property `version`
record Served(String name, String path, String interfaceName) {

    static final Served STORE =
            new Served(
                    "org.freedesktop.impl.portal.PermissionStore",
                    "/org/freedesktop/impl/portal/PermissionStore",
                    "org.freedesktop.impl.portal.PermissionStore");
    static final Served PORTAL =
            new Served(
                    "org.freedesktop.portal.Desktop",
                    "/org/freedesktop/portal/desktop",
                    "org.freedesktop.portal.Location");

    static final Served DOCUMENTS =
            new Served(
                    "org.freedesktop.portal.Documents",
                    "/org/freedesktop/portal/documents",
                    "org.freedesktop.portal.Documents");

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /// Reads the version; starts the owner if there is none.
    void readVersion(BusConnection bus) {
        bus.call(
                name,
                path,
                "org.freedesktop.DBus.Properties",
                "Get",
                DEADLINE,
                "ss",
                interfaceName,
                "version");
    }

    void ping(BusConnection bus) {
        bus.call(name, path, "org.freedesktop.DBus.Peer", "Ping", DEADLINE, "");
    }

    boolean isRunning(BusConnection bus) {
        return bus.peers().owner(name).isPresent();
    }

    long pid(BusConnection bus) {
        var answer =
                bus.call(
                        "org.freedesktop.DBus",
                        "/org/freedesktop/DBus",
                        "org.freedesktop.DBus",
                        "GetConnectionUnixProcessID",
                        DEADLINE,
                        "s",
                        name);
        return ((UInt32) answer[0]).longValue();
    }

    /// Ends the owner, and waits until it and its name are gone.
    void stop(BusConnection bus) throws InterruptedException {
        if (!isRunning(bus)) {
            return;
        }
        var process = ProcessHandle.of(pid(bus));
        process.ifPresent(ProcessHandle::destroy);
        while (isRunning(bus) || process.map(ProcessHandle::isAlive).orElse(false)) {
            Thread.sleep(5);
        }
    }

    /// The memory of a process, its share of shared pages included (PSS), in KiB.
    static long memory(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/smaps_rollup"))
                    .lines()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException("process " + pid + " is gone", e);
        }
    }
}
