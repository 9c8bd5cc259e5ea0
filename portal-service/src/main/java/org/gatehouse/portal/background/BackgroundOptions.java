package org.gatehouse.portal.background;

import java.util.Optional;
import org.gatehouse.portal.background.AutostartEntry.Start;
import org.gatehouse.portal.request.Options;
import org.gatehouse.protocol.HandleToken;
import org.gatehouse.protocol.PortalException;

/// What an app asks for with RequestBackground.
///
/// @param reason the app's own words, not verified; empty if it gave none
/// @param autostart whether it wants to be started at login; empty if it does not say
/// @param start how it is to be started then
record BackgroundOptions(
        HandleToken token, String reason, Optional<Boolean> autostart, Start start) {

    private static final int LONGEST_REASON = 256;
    private static final int LONGEST_MESSAGE = 96;

    /// @throws PortalException `InvalidArgument` for one that is not as specified
    static BackgroundOptions of(Options options) {
        return new BackgroundOptions(
                HandleToken.ofRequest(options.text("handle_token").orElse(null)),
                options.text("reason", LONGEST_REASON).orElse(""),
                options.flag("autostart"),
                new Start(
                        options.words("commandline").map(CommandLine::new),
                        options.flag("dbus-activatable").orElse(false)));
    }

    boolean wantsAutostart() {
        return autostart.orElse(false);
    }

    /// What an app says that it is doing; empty if it says nothing any longer.
    ///
    /// @throws PortalException `InvalidArgument` for more than one line or 96 characters
    static String message(Options options) {
        var message = options.text("message", LONGEST_MESSAGE).orElse("");
        if (message.chars().anyMatch(each -> each == '\n' || each == '\r')) {
            throw PortalException.invalidArgument("message must be one line");
        }
        return message;
    }
}
