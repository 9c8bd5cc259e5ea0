package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;
import org.junit.jupiter.api.Test;

class AppOfProcessTest {

    private static final String MAPS =
            "[Application]\nname=org.gnome.Maps\n\n[Instance]\ninstance-id=4711\n";

    @Test
    void tellsTheFlatpakOfAProcessInASandbox() throws IOException {
        try (var sandbox = Sandbox.withRecord(".flatpak-info", MAPS)) {
            var maps = new Sandboxed(SandboxKind.FLATPAK, new AppId("org.gnome.Maps"), "4711");

            assertThat(AppOfProcess.of(sandbox.pid())).contains(maps);
        }
    }

    @Test
    void tellsNothingByAMalformedRecord() throws IOException {
        try (var sandbox = Sandbox.withRecord(".flatpak-info", "name=org.gnome.Maps\n")) {
            assertThat(AppOfProcess.of(sandbox.pid())).isEmpty();
        }
    }

    @Test
    void tellsNoSandboxOfAProcessWithoutOne() {
        assertThat(AppOfProcess.of(ProcessHandle.current().pid()).stream())
                .filteredOn(Sandboxed.class::isInstance)
                .isEmpty();
    }

    @Test
    void tellsASnapByItsControlGroup() {
        var group =
                "/user.slice/user-1.slice/user@1.service/app.slice/snap.spot-it.player-12.scope";
        var player = new Sandboxed(SandboxKind.SNAP, new AppId("snap.spot-it"), "");

        assertThat(AppOfProcess.snap(new ControlGroups(List.of("/init.scope", group))))
                .contains(player);
        assertThat(AppOfProcess.snap(new ControlGroups(List.of("/snap.Spot/x")))).isEmpty();
    }

    @Test
    void tellsNothingOfAProcessThatIsNotThere() {
        assertThat(AppOfProcess.of(0)).isEqualTo(Optional.empty());
    }
}
