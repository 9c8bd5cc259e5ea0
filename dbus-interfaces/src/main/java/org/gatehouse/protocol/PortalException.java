package org.gatehouse.protocol;

import java.io.Serial;

/// A call that cannot be carried out, for a reason the caller may act on.
///
/// Thrown anywhere below a D-Bus face; `org.gatehouse.bus.Errors` turns the kind into a D-Bus error
/// name, in one place. Anything else that escapes a face is a bug and becomes `Failed`.
///
/// Source: xdg-desktop-portal, `src/xdp-utils.h`, and the D-Bus specification; the last is our own.
public final class PortalException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    /// What went wrong, as far as the caller is concerned.
    public enum Kind {
        FAILED,
        INVALID_ARGUMENT,
        NOT_FOUND,
        EXISTS,
        NOT_ALLOWED,
        CANCELLED,
        WINDOW_DESTROYED,
        /// `org.freedesktop.DBus.Error.AccessDenied`
        ACCESS_DENIED,
        /// `org.freedesktop.DBus.Error.InvalidArgs`
        INVALID_ARGS,
        /// `org.freedesktop.DBus.Error.Failed`
        DBUS_FAILED,
        /// `org.gatehouse.Error.Conflict`: what was to be changed has been changed meanwhile
        CONFLICT
    }

    private final Kind kind;

    private PortalException(Kind kind, String message) {
        // no stack trace: these are answers, not faults, and a flood of bad calls must stay cheap
        super(message, null, false, false);
        this.kind = kind;
    }

    public static PortalException failed(String message) {
        return new PortalException(Kind.FAILED, message);
    }

    public static PortalException invalidArgument(String message) {
        return new PortalException(Kind.INVALID_ARGUMENT, message);
    }

    public static PortalException notFound(String message) {
        return new PortalException(Kind.NOT_FOUND, message);
    }

    public static PortalException exists(String message) {
        return new PortalException(Kind.EXISTS, message);
    }

    public static PortalException notAllowed(String message) {
        return new PortalException(Kind.NOT_ALLOWED, message);
    }

    public static PortalException cancelled(String message) {
        return new PortalException(Kind.CANCELLED, message);
    }

    public static PortalException windowDestroyed(String message) {
        return new PortalException(Kind.WINDOW_DESTROYED, message);
    }

    public static PortalException accessDenied(String message) {
        return new PortalException(Kind.ACCESS_DENIED, message);
    }

    public static PortalException invalidArgs(String message) {
        return new PortalException(Kind.INVALID_ARGS, message);
    }

    public static PortalException dbusFailed(String message) {
        return new PortalException(Kind.DBUS_FAILED, message);
    }

    public static PortalException conflict(String message) {
        return new PortalException(Kind.CONFLICT, message);
    }

    public Kind kind() {
        return kind;
    }
}
