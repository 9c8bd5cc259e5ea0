package org.gatehouse.bus;

import java.lang.reflect.InvocationTargetException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.protocol.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where what went wrong becomes a D-Bus error name.
final class Errors {

    static final String UNKNOWN_OBJECT = "org.freedesktop.DBus.Error.UnknownObject";
    static final String UNKNOWN_INTERFACE = "org.freedesktop.DBus.Error.UnknownInterface";
    static final String UNKNOWN_METHOD = "org.freedesktop.DBus.Error.UnknownMethod";
    static final String UNKNOWN_PROPERTY = "org.freedesktop.DBus.Error.UnknownProperty";
    static final String PROPERTY_READ_ONLY = "org.freedesktop.DBus.Error.PropertyReadOnly";

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String PORTAL = "org.freedesktop.portal.Error.";
    private static final String GATEHOUSE = "org.gatehouse.Error.";
    private static final String DBUS = "org.freedesktop.DBus.Error.";
    private static final int LONGEST_MESSAGE = 1024;

    private Errors() {}

    /// An error that only the bus layer itself answers with.
    record Answer(String name, String message) {}

    static Answer toWire(Throwable thrown) {
        return switch (thrown) {
            case InvocationTargetException e when e.getCause() != null -> toWire(e.getCause());
            case PortalException e -> new Answer(name(e.kind()), text(e));
            case Refusal e -> e.answer();
            case WireException e -> new Answer(DBUS + "InvalidArgs", text(e));
            default -> unexpected(thrown);
        };
    }

    private static Answer unexpected(Throwable thrown) {
        LOG.warn("a call ended with an error that nobody foresaw", thrown);
        return new Answer(PORTAL + "Failed", "Internal error");
    }

    private static String name(PortalException.Kind kind) {
        return switch (kind) {
            case FAILED -> PORTAL + "Failed";
            case INVALID_ARGUMENT -> PORTAL + "InvalidArgument";
            case NOT_FOUND -> PORTAL + "NotFound";
            case EXISTS -> PORTAL + "Exists";
            case NOT_ALLOWED -> PORTAL + "NotAllowed";
            case CANCELLED -> PORTAL + "Cancelled";
            case WINDOW_DESTROYED -> PORTAL + "WindowDestroyed";
            case ACCESS_DENIED -> DBUS + "AccessDenied";
            case INVALID_ARGS -> DBUS + "InvalidArgs";
            case DBUS_FAILED -> DBUS + "Failed";
            case CONFLICT -> GATEHOUSE + "Conflict";
        };
    }

    private static String text(Throwable thrown) {
        var text = String.valueOf(thrown.getMessage()).replace('\0', ' ');
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
    }
}
