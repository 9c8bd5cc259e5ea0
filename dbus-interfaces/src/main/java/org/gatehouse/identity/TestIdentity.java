package org.gatehouse.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;

/// Gives every caller the one identity that the reference's test variables name.
///
/// Only for the testing launchers. The metadata is read anew at each call, as tests rewrite it.
/// Source: portal-semantics, "Test identity".
final class TestIdentity implements Identifier {

    private static final String PREFIX = "XDG_DESKTOP_PORTAL_TEST_";

    private final Map<String, String> environment;
    private final String kind;

    private TestIdentity(Map<String, String> environment, String kind) {
        this.environment = environment;
        this.kind = kind;
    }

    /// Empty if the variables name no identity, or a kind that is unknown.
    static Optional<Identifier> of(Map<String, String> environment) {
        if (environment.containsKey(PREFIX + "APP_ID")) {
            return Optional.of(new TestIdentity(environment, "id"));
        }
        return Optional.ofNullable(environment.get(PREFIX + "APP_INFO_KIND"))
                .filter(kind -> kind.matches("host|flatpak|snap|linyaps"))
                .map(kind -> new TestIdentity(environment, kind));
    }

    @Override
    public Caller identify(String sender) throws IdentityDoubt {
        return new Caller(identity(), 0, "");
    }

    private AppIdentity identity() throws IdentityDoubt {
        return switch (kind) {
            case "id" -> new Host(variable("APP_ID"));
            case "flatpak" -> SandboxRecords.flatpak(metadata("FLATPAK_METADATA"));
            case "snap" -> SandboxRecords.snap(metadata("SNAP_METADATA"));
            case "linyaps" -> SandboxRecords.linyaps(metadata("LINYAPS_METADATA"));
            default -> new Host(variable("HOST_APPID"));
        };
    }

    private KeyFile metadata(String variable) throws IdentityDoubt {
        try {
            return KeyFile.parse(Files.readAllBytes(Path.of(variable(variable))));
        } catch (IOException e) {
            throw new IdentityDoubt("no test metadata: " + e.getMessage());
        }
    }

    private String variable(String name) {
        return environment.getOrDefault(PREFIX + name, "");
    }
}
