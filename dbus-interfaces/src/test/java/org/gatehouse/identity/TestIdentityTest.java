package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestIdentityTest {

    private static final String PREFIX = "XDG_DESKTOP_PORTAL_TEST_";

    @TempDir Path folder;

    @Test
    void mayBeAHostProgramWithOrWithoutAName() throws IdentityDoubt {
        assertThat(identity("APP_INFO_KIND", "host")).isEqualTo(new Host(""));
        assertThat(identity("APP_INFO_KIND", "host", "HOST_APPID", "org.example.Maps"))
                .isEqualTo(new Host("org.example.Maps"));
    }

    @Test
    void mayBeASandboxedAppByItsMetadata() throws Exception {
        var flatpak =
                """
                [Application]
                name=org.example.Maps
                [Instance]
                instance-id=1
                """;

        assertThat(ofKind("flatpak", flatpak)).isEqualTo("flatpak org.example.Maps");
        assertThat(ofKind("snap", "[Snap Info]\nInstanceName=maps\nAppName=maps\n"))
                .isEqualTo("snap snap.maps");
        assertThat(ofKind("linyaps", "[Application]\nId=org.example.Maps\n[Instance]\nId=1\n"))
                .isEqualTo("linyaps org.example.Maps");
    }

    private String ofKind(String kind, String metadata) throws IOException, IdentityDoubt {
        var file = Files.writeString(folder.resolve(kind), metadata);
        var variable = kind.toUpperCase(Locale.ROOT) + "_METADATA";
        var identity = identity("APP_INFO_KIND", kind, variable, file.toString());
        return identity.wireKind() + " " + identity.wireId();
    }

    @Test
    void isThePlainIdWhateverElseIsSet() throws IdentityDoubt {
        assertThat(identity("APP_INFO_KIND", "flatpak", "APP_ID", "furrfu"))
                .isEqualTo(new Host("furrfu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HOST", "appimage", "unknown"})
    void isNoneForAnUnknownKind(String kind) {
        assertThat(TestIdentity.of(Map.of(PREFIX + "APP_INFO_KIND", kind))).isEmpty();
    }

    @Test
    void isNoneWithoutVariables() {
        assertThat(TestIdentity.of(Map.of())).isEmpty();
    }

    @Test
    void isADoubtWithoutMetadata() {
        assertThatThrownBy(() -> identity("APP_INFO_KIND", "snap"))
                .isInstanceOf(IdentityDoubt.class);
    }

    private static AppIdentity identity(String... variables) throws IdentityDoubt {
        var environment = new HashMap<String, String>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(PREFIX + variables[i], variables[i + 1]);
        }
        return TestIdentity.of(environment).orElseThrow().identify(":1.1").identity();
    }
}
