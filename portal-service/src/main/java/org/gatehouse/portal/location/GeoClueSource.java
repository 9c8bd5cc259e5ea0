package org.gatehouse.portal.location;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallInterrupted;
import org.gatehouse.bus.CallTimeout;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.portal.diagnosis.SelfTest;
import org.jspecify.annotations.Nullable;

/// The position as GeoClue knows it: one client of its own for each session.
///
/// `DesktopId` is the reference's, `xdg-desktop-portal`, which every distribution's configuration
/// knows; our own, `org.gatehouse.Portal`, only where GeoClue's configuration allows it.
///
/// The connection to the system bus is made when it is first needed and again when it was lost.
///
/// Threads: any; guarded by the object. Connecting is local and short.
final class GeoClueSource implements LocationSource, SelfTest, AutoCloseable {

    private static final String OUR_ID = "org.gatehouse.Portal";
    private static final String USUAL_ID = "xdg-desktop-portal";
    private static final Path CONFIGURATION = Path.of("/etc/geoclue/geoclue.conf");

    private final BusAddress systemBus;
    private final String desktopId;
    private @Nullable GeoClue connected;

    GeoClueSource(BusAddress systemBus) {
        this(systemBus, CONFIGURATION);
    }

    GeoClueSource(BusAddress systemBus, Path configuration) {
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
        GeoClue geoClue;
        String path;
        try {
            geoClue = connected();
            path = geoClue.create(updates);
        } catch (CallInterrupted e) {
            throw interrupted();
        } catch (BusException | WireException e) {
            return isFailure(e) ? new Start.Failed(text(e)) : new Start.Absent(text(e));
        }
        return start(new GeoClueClient(geoClue, path), wish);
    }

    private Start start(GeoClueClient client, Wish wish) throws InterruptedException {
        try {
            client.start(desktopId, wish);
            return new Start.Started(client);
        } catch (CallInterrupted e) {
            client.close();
            throw interrupted();
        } catch (InterruptedException e) {
            client.close();
            throw e;
        } catch (BusException | WireException e) {
            client.close();
            return new Start.Failed(text(e));
        }
    }

    /// GeoClue on the present connection to the system bus, made anew if that was lost.
    ///
    /// @throws BusException if there is no system bus
    private synchronized GeoClue connected() {
        var present = connected;
        if (present == null || present.bus().isClosed()) {
            present = new GeoClue(BusConnection.open(systemBus));
            connected = present;
        }
        return present;
    }

    /// It is there and failed; what cannot be reached or started is absent.
    private static boolean isFailure(RuntimeException e) {
        return switch (e) {
            case RemoteException remote ->
                    !remote.isPeerAbsent()
                            && !remote.name().startsWith("org.freedesktop.DBus.Error.Spawn.");
            case CallTimeout _ -> true;
            case BusException _ -> false;
            default -> true;
        };
    }

    private static String text(RuntimeException e) {
        return "GeoClue: " + e.getMessage();
    }

    @Override
    public List<Check> run() {
        try {
            if (connected().isReachable()) {
                return List.of(Check.good("positions", "GeoClue can be asked"));
            }
            return List.of(absent("there is no GeoClue on the system bus"));
        } catch (BusException e) {
            return List.of(absent("the system bus cannot be asked: " + e.getMessage()));
        }
    }

    private static Check absent(String text) {
        return new Check(
                "positions",
                State.WARNING,
                text,
                "Install GeoClue, or write a position down in a file; see the documentation.");
    }

    private static InterruptedException interrupted() {
        Thread.interrupted();
        return new InterruptedException("the request was closed");
    }

    @Override
    public synchronized void close() {
        if (connected != null) {
            connected.bus().close();
        }
    }
}
