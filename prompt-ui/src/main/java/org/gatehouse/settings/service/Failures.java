package org.gatehouse.settings.service;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallTimeout;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.settings.Permissions.Failure;
import org.gatehouse.settings.Permissions.Failure.Kind;

/// Turns what can go wrong with a call into what the window does about it.
final class Failures {

    private static final String CONFLICT = "org.gatehouse.Error.Conflict";
    private static final String ACCESS_DENIED = "org.freedesktop.DBus.Error.AccessDenied";
    private static final String UNKNOWN = "org.freedesktop.DBus.Error.Unknown";

    private Failures() {}

    /// Makes a call of the service.
    ///
    /// @throws Failure whatever it was that went wrong
    static <T> T calling(Callable<T> call) throws Failure {
        try {
            return call.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Kind.OTHER, "interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private static Failure failure(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case RemoteException e -> new Failure(kind(e), message, e);
            case CallTimeout e -> new Failure(Kind.GONE, message, e);
            case BusException e -> new Failure(Kind.GONE, message, e);
            default -> new Failure(Kind.OTHER, message, cause);
        };
    }

    private static Kind kind(RemoteException e) {
        if (e.name().equals(CONFLICT)) {
            return Kind.CONFLICT;
        }
        if (e.name().equals(ACCESS_DENIED)) {
            return Kind.REFUSED;
        }
        // an older service that owns the name, or one whose store role is not up yet
        boolean absent = e.isPeerAbsent() || e.name().startsWith(UNKNOWN);
        return absent || e.name().startsWith("org.freedesktop.DBus.Error.Spawn")
                ? Kind.GONE
                : Kind.OTHER;
    }
}
