package org.gatehouse.ctl;

import java.io.Serial;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallTimeout;
import org.gatehouse.bus.RemoteException;

/// What ends a command: one line that says what is wrong and, where something can be done, what.
final class Failure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private static final String DBUS = "org.freedesktop.DBus.Error.";
    private static final String PORTAL = "org.freedesktop.portal.Error.";
    private static final String START = "; start it with `gatehouse &`, or log in again";

    private final ExitStatus status;

    Failure(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    static Failure usage(String message) {
        return new Failure(ExitStatus.WRONG_USAGE, message);
    }

    static Failure notFound(String message) {
        return new Failure(ExitStatus.FAILED, message);
    }

    ExitStatus status() {
        return status;
    }

    /// What a call that went wrong means to the person.
    static Failure of(BusException thrown) {
        return switch (thrown) {
            case RemoteException e -> remote(e);
            case CallTimeout _ ->
                    new Failure(
                            ExitStatus.NOT_REACHABLE,
                            "Gatehouse does not answer; `gatehouse --replace &` starts it anew");
            default ->
                    new Failure(
                            ExitStatus.NOT_REACHABLE,
                            "the session bus cannot be reached ("
                                    + thrown.getMessage()
                                    + "); run this in the session whose apps are meant");
        };
    }

    private static Failure remote(RemoteException e) {
        if (e.isPeerAbsent() || e.name().startsWith(DBUS + "Spawn")) {
            return new Failure(ExitStatus.NOT_REACHABLE, "Gatehouse is not running" + START);
        }
        var text = e.getMessage() == null ? "" : e.getMessage().substring(e.name().length() + 2);
        return switch (e.name()) {
            case "org.gatehouse.Error.Conflict" ->
                    new Failure(ExitStatus.CONFLICT, text + "; look again, then repeat");
            case PORTAL + "InvalidArgument", DBUS + "InvalidArgs" -> usage(text);
            case PORTAL + "NotFound" -> notFound(text);
            case DBUS + "AccessDenied" ->
                    notFound(
                            "Gatehouse refuses this program ("
                                    + text
                                    + "); run it outside of a sandbox");
            case DBUS + "UnknownMethod", DBUS + "UnknownInterface", DBUS + "UnknownObject" ->
                    notFound(
                            "the Gatehouse that runs does not know this;"
                                    + " `gatehouse --replace &` starts the installed one");
            default -> notFound(text);
        };
    }
}
