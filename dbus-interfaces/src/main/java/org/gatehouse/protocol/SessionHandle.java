package org.gatehouse.protocol;

import java.util.Optional;

/// Where a session is found on the bus.
///
/// Shape: `/org/freedesktop/portal/desktop/session/SENDER/TOKEN`, as [RequestHandle].
///
/// @param path the object path
public record SessionHandle(String path) {

    private static final String ROOT = "/org/freedesktop/portal/desktop/session/";

    public SessionHandle {
        if (!path.startsWith(ROOT)) {
            throw new IllegalArgumentException("not a session: " + path);
        }
    }

    /// The handle that `sender`, a unique name, expects for its token.
    public static SessionHandle of(String sender, HandleToken token) {
        return new SessionHandle(HandlePaths.of(ROOT, sender, token));
    }

    /// The handle at a path that came over the bus, if sessions can be there at all.
    public static Optional<SessionHandle> parse(String path) {
        return path.startsWith(ROOT) ? Optional.of(new SessionHandle(path)) : Optional.empty();
    }

    /// Another handle for the same token, since this one is taken; random.
    public SessionHandle distinct() {
        return new SessionHandle(HandlePaths.distinct(path));
    }

    @Override
    public String toString() {
        return path;
    }
}
