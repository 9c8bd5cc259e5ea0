package org.gatehouse.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;
import org.jspecify.annotations.Nullable;

/// What the label of a security module says about a caller.
///
/// The kernel attaches it to the connection, so that a profile that is enforced decides by itself:
/// `snap.NAME.APP` or, for click packages, `PACKAGE_APP_VERSION`. `unconfined` says nothing, nor
/// does an AppArmor profile in unconfined mode or SELinux's `unconfined_t`. Every other label,
/// profiles that only complain among them, is a confinement that is not understood.
final class SecurityLabel {

    private static final Pattern APPARMOR = Pattern.compile("(?<profile>\\S+) \\((?<mode>\\w+)\\)");
    private static final Pattern SELINUX_UNCONFINED =
            Pattern.compile("[\\w.]+:[\\w.]+:unconfined_t(?::\\S+)?");
    private static final Pattern SNAP =
            Pattern.compile("snap\\.(?<name>[a-z0-9-]+(?:_[a-z0-9]+)?)\\.[A-Za-z0-9.-]+");
    private static final Pattern CLICK =
            Pattern.compile("(?<app>[a-z0-9][a-z0-9+.-]+_[A-Za-z0-9+.-]+)_[0-9][A-Za-z0-9.+:~-]*");

    private SecurityLabel() {}

    /// The app that the label names; empty if it does not confine.
    ///
    /// @throws IdentityDoubt if it confines in a way that is not understood
    static Optional<Sandboxed> confinement(@Nullable String label) throws IdentityDoubt {
        if (label == null
                || label.equals("unconfined")
                || SELINUX_UNCONFINED.matcher(label).matches()) {
            return Optional.empty();
        }
        var parts = APPARMOR.matcher(label);
        if (!parts.matches()) {
            throw new IdentityDoubt("a label that is not understood");
        }
        return switch (parts.group("mode")) {
            case "unconfined" -> Optional.empty();
            case "enforce", "kill", "prompt" -> Optional.of(app(parts.group("profile")));
            default -> throw new IdentityDoubt("a profile that is not enforced");
        };
    }

    private static Sandboxed app(String profile) throws IdentityDoubt {
        var snap = SNAP.matcher(profile);
        if (snap.matches()) {
            return sandboxed(SandboxKind.SNAP, "snap." + snap.group("name"));
        }
        var click = CLICK.matcher(profile);
        if (click.matches()) {
            return sandboxed(SandboxKind.CLICK, click.group("app"));
        }
        throw new IdentityDoubt("a profile that is not understood");
    }

    private static Sandboxed sandboxed(SandboxKind kind, String id) throws IdentityDoubt {
        var app = AppId.parse(id).orElseThrow(() -> new IdentityDoubt("a malformed app id"));
        return new Sandboxed(kind, app, "");
    }
}
