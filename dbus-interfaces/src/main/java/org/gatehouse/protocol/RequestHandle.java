package org.gatehouse.protocol;

/// Where a request is found on the bus.
///
/// Shape: `/org/freedesktop/portal/desktop/request/SENDER/TOKEN`, SENDER the caller's unique name
/// without its colon and with `_` for every dot; one more element if the token was taken.
///
/// @param path the object path
public record RequestHandle(String path) {

    private static final String ROOT = "/org/freedesktop/portal/desktop/request/";

    public RequestHandle {
        if (!path.startsWith(ROOT)) {
            throw new IllegalArgumentException("not a request: " + path);
        }
    }

    /// The handle that `sender`, a unique name, expects for its token.
    public static RequestHandle of(String sender, HandleToken token) {
        return new RequestHandle(HandlePaths.of(ROOT, sender, token));
    }

    /// Another handle for the same token, since this one is taken; random.
    public RequestHandle distinct() {
        return new RequestHandle(HandlePaths.distinct(path));
    }

    @Override
    public String toString() {
        return path;
    }
}
