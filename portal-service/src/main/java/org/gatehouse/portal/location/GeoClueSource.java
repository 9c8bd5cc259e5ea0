package org.gatehouse.portal.location;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.freedesktop.GeoClue2.Manager;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallInterrupted;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.app.KeyFile;

/// The position as GeoClue knows it: one client of its own for each session.
///
/// `DesktopId` is the reference's, `xdg-desktop-portal`, which every distribution's configuration
/// knows; our own, `org.gatehouse.Portal`, only where GeoClue's configuration allows it.
///
/// Threads: any.
final class GeoClueSource implements LocationSource {

    static final String GEOCLUE = "org.freedesktop.GeoClue2";
    static final String MANAGER = "/org/freedesktop/GeoClue2/Manager";
    private static final String OUR_ID = "org.gatehouse.Portal";
    private static final String USUAL_ID = "xdg-desktop-portal";
    private static final Path CONFIGURATION = Path.of("/etc/geoclue/geoclue.conf");
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final SystemBus systemBus;
    private final String desktopId;

    GeoClueSource(SystemBus systemBus) {
        this(systemBus, CONFIGURATION);
    }

    GeoClueSource(SystemBus systemBus, Path configuration) {
        this.systemBus = systemBus;
        this.desktopId = desktopId(configuration);
    }

    private static String desktopId(Path configuration) {
        return KeyFile.read(configuration)
                .flatMap(file -> file.value(OUR_ID, "allowed"))
                .filter("true"::equals)
                .map(_ -> OUR_ID)
                .orElse(USUAL_ID);
    }

    @Override
    public Start track(Wish wish, Consumer<Position> updates) throws InterruptedException {
        var bus = systemBus.connection();
        return bus.isPresent()
                ? track(bus.get(), wish, updates)
                : new Start.Absent("no system bus");
    }

    private Start track(BusConnection bus, Wish wish, Consumer<Position> updates)
            throws InterruptedException {
        GeoClueClient client;
        try {
            client = new GeoClueClient(bus, newClient(bus), updates);
        } catch (CallInterrupted e) {
            throw interrupted();
        } catch (BusException | WireException e) {
            return isAbsent(e)
                    ? new Start.Absent("no GeoClue: " + e.getMessage())
                    : new Start.Failed("GeoClue: " + e.getMessage());
        }
        try {
            client.start(desktopId, wish);
            return new Start.Started(client);
        } catch (CallInterrupted e) {
            client.close();
            throw interrupted();
        } catch (BusException | WireException e) {
            client.close();
            return new Start.Failed("GeoClue: " + e.getMessage());
        }
    }

    private static String newClient(BusConnection bus) {
        return bus.remote(Manager.class, GEOCLUE, MANAGER, DEADLINE).CreateClient().getPath();
    }

    private static boolean isAbsent(RuntimeException e) {
        return e instanceof RemoteException remote
                && (remote.isPeerAbsent()
                        || remote.name().startsWith("org.freedesktop.DBus.Error.Spawn."));
    }

    private static InterruptedException interrupted() {
        Thread.interrupted();
        return new InterruptedException("the request was closed");
    }
}
