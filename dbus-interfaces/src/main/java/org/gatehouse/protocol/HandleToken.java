package org.gatehouse.protocol;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an app wants the last element of a handle's path to be.
///
/// Shape: `[A-Za-z0-9_]`, 1 to 128 characters.
///
/// @param value the option `handle_token` or `session_handle_token`
public record HandleToken(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_]{1,128}");
    private static final HandleToken DEFAULT = new HandleToken("t");

    /// @throws PortalException `InvalidArgument` if `value` is not a token
    public HandleToken {
        if (!SHAPE.matcher(value).matches()) {
            throw PortalException.invalidArgument("Invalid token");
        }
    }

    /// The token of a request, where an absent one is `t`.
    ///
    /// @throws PortalException `InvalidArgument` if it is not a token
    public static HandleToken ofRequest(@Nullable String option) {
        return option == null ? DEFAULT : new HandleToken(option);
    }

    /// The token of a session, which has to be there.
    ///
    /// @throws PortalException `InvalidArgument` if it is absent or not a token
    public static HandleToken ofSession(@Nullable String option) {
        if (option == null) {
            throw PortalException.invalidArgument("Missing token");
        }
        return new HandleToken(option);
    }

    @Override
    public String toString() {
        return value;
    }
}
