package org.gatehouse.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;

/// What the sandboxes' own records say, each in its own words.
///
/// Source: portal-semantics 3.1; flatpak's `.flatpak-info`, linyaps' `.linyaps`, the answer of
/// `snap routine portal-info`.
final class SandboxRecords {

    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private static final Pattern RUNTIME =
            Pattern.compile("(?:runtime/)?[^/]+/[^/]+/[A-Za-z0-9_.-]+");

    private SandboxRecords() {}

    /// @throws IdentityDoubt if the app or the instance is missing or malformed
    static Sandboxed flatpak(KeyFile info) throws IdentityDoubt {
        var group = info.hasGroup("Application") ? "Application" : "Runtime";
        return new Sandboxed(
                SandboxKind.FLATPAK,
                app(info.mandatory(group, "name")),
                instance(info.mandatory("Instance", "instance-id")),
                branch(info.value(group, "runtime")));
    }

    /// @throws IdentityDoubt if the app or the instance is missing or malformed
    static Sandboxed linyaps(KeyFile info) throws IdentityDoubt {
        return new Sandboxed(
                SandboxKind.LINYAPS,
                app(info.mandatory("Application", "Id")),
                instance(info.mandatory("Instance", "Id")));
    }

    /// @throws IdentityDoubt if the name is missing or malformed
    static Sandboxed snap(KeyFile info) throws IdentityDoubt {
        var name = info.mandatory("Snap Info", "InstanceName");
        return new Sandboxed(SandboxKind.SNAP, app("snap." + name), "");
    }

    /// The last part of `ID/ARCHITECTURE/BRANCH`, with or without `runtime/` before it.
    private static String branch(Optional<String> runtime) {
        return runtime.filter(text -> RUNTIME.matcher(text).matches())
                .map(text -> text.substring(text.lastIndexOf('/') + 1))
                .orElse("");
    }

    private static AppId app(String id) throws IdentityDoubt {
        return AppId.parse(id).orElseThrow(() -> new IdentityDoubt("a malformed app id"));
    }

    private static String instance(String id) throws IdentityDoubt {
        if (!INSTANCE.matcher(id).matches()) {
            throw new IdentityDoubt("a malformed instance");
        }
        return id;
    }
}
