package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.AppIdentity.Unknown;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.SandboxKind;
import org.junit.jupiter.api.Test;

/// The identity part of the row: a caller without an id is nobody else, and no app can have none.
class G21AnEmptyIdNamesNobodyTest {

    @Test
    void anUnknownSandboxHasItAndIsNoHost() {
        try (var mirror = Mirror.start()) {
            assertThat(mirror.askInside().succeeded()).contains("Unknown[]");
        }
    }

    @Test
    void noAppCanHaveIt() throws Exception {
        assertThatThrownBy(() -> new AppId("")).isInstanceOf(PortalException.class);
        var nameless = "[Application]\nname=\n[Instance]\ninstance-id=1\n";
        try (var app = Sandbox.withRecord(".flatpak-info", nameless);
                var mirror = Mirror.start()) {
            var identifier =
                    ProcessIdentifierTest.identifier(
                            KnownPeer.process(app.pid()), mirror.session().folder());

            assertThatThrownBy(() -> identifier.identify(":1.1")).isInstanceOf(IdentityDoubt.class);
        }
    }

    @Test
    void thoseWhoHaveItAreNotEachOther() {
        AppIdentity maps = new Sandboxed(SandboxKind.FLATPAK, new AppId("org.example.Maps"), "1");

        assertThat(new Unknown().wireId()).isEmpty();
        assertThat(new Host("").wireId()).isEmpty();
        assertThat(new Unknown().wireKind()).isNotEqualTo(new Host("").wireKind());
        assertThat(maps.wireId()).isNotEmpty();
    }
}
