package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.AppIdentity.Unknown;
import org.junit.jupiter.api.Test;

class AppIdentityTest {

    private static final AppId MAPS = new AppId("org.gnome.Maps");

    @Test
    void goesOverTheBusAsItsAppId() {
        assertThat(new Sandboxed(SandboxKind.FLATPAK, MAPS, "1").wireId())
                .isEqualTo("org.gnome.Maps");
        assertThat(new Host("org.gnome.Maps").wireId()).isEqualTo("org.gnome.Maps");
    }

    @Test
    void hasNoIdWhenUnknown() {
        assertThat(new Unknown().wireId()).isEmpty();
    }

    @Test
    void keepsEqualNamesOfDifferentKindsApart() {
        assertThat(new Sandboxed(SandboxKind.FLATPAK, MAPS, "").wireKind())
                .isNotEqualTo(new Host(MAPS.value()).wireKind());
        assertThat(new Unknown()).isNotEqualTo(new Host(""));
    }
}
