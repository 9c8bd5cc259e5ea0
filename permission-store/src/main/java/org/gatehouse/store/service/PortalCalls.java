package org.gatehouse.store.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Consent1;
import org.gatehouse.Permissions1.Explanation;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallTimeout;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.protocol.PortalException;

/// Asks the portal for what only it knows or can do. A portal that is not there is not started for
/// it.
///
/// Threads: any that may wait, for 5 s at most.
final class PortalCalls {

    private static final String PATH = "/org/gatehouse/Consent1";
    private static final String PORTAL_ERROR = "org.freedesktop.portal.Error.";
    private static final String BUS_ERROR = "org.freedesktop.DBus.Error.";
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final BusConnection bus;

    PortalCalls(BusConnection bus) {
        this.bus = bus;
    }

    /// @throws PortalException `Failed` if there is no portal of ours, or it does not answer; else
    ///   what the portal says
    Explanation explain(
            String permission, String kind, String app, Map<String, Variant<?>> options) {
        return ask(portal -> portal.Explain(permission, kind, app, options));
    }

    /// @throws PortalException as above
    List<Map<String, Variant<?>>> diagnose() {
        return ask(Consent1::Diagnose);
    }

    /// @param which the keys of `StopInstances`
    /// @return how many are asked to end
    /// @throws PortalException as above
    UInt32 stop(Map<String, Variant<?>> which) {
        return ask(portal -> portal.StopInstances(which));
    }

    private <T> T ask(Function<Consent1, T> question) {
        var owner = bus.peers().owner(StoreObjects.PORTAL);
        if (owner.isEmpty()) {
            throw PortalException.failed("no portal is running");
        }
        try {
            return question.apply(bus.remote(Consent1.class, owner.get(), PATH, DEADLINE));
        } catch (CallTimeout e) {
            throw PortalException.failed("the portal does not answer");
        } catch (RemoteException e) {
            throw translated(e);
        } catch (BusException e) {
            throw PortalException.failed("the portal cannot be asked");
        }
    }

    private static PortalException translated(RemoteException e) {
        var text = String.valueOf(e.getMessage());
        return switch (e.name()) {
            case PORTAL_ERROR + "InvalidArgument" -> PortalException.invalidArgument(text);
            case PORTAL_ERROR + "NotFound" -> PortalException.notFound(text);
            case BUS_ERROR + "UnknownObject",
                    BUS_ERROR + "UnknownInterface",
                    BUS_ERROR + "UnknownMethod" ->
                    PortalException.failed("the portal that is running is not Gatehouse's");
            default -> PortalException.failed("the portal says: " + text);
        };
    }
}
