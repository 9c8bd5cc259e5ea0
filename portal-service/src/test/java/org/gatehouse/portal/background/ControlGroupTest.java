package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.libc.Descriptor;
import org.gatehouse.protocol.AppId;
import org.junit.jupiter.api.Test;

class ControlGroupTest {

    private static final FlatpakInstance SYNC =
            new FlatpakInstance(
                    new AppId("org.example.Sync-it"),
                    "1",
                    100,
                    99,
                    Descriptor.owning(-1),
                    "pid:[1]");
    private static final String APPS = "user.slice/user-1.slice/user@1.service/app.slice/";
    private static final String OWN = "app-flatpak-org.example.Sync\\x2dit-99.scope";

    @Test
    void isTheUnitThatFlatpakHadMadeForThisInstance() {
        assertThat(ControlGroup.path(SYNC, "0::/" + APPS + OWN + "\n")).contains(APPS + OWN);
    }

    @Test
    void isThatUnitAlsoWhereTheAppMadeGroupsOfItsOwn() {
        assertThat(ControlGroup.path(SYNC, "1:name=systemd:/\n0::/" + APPS + OWN + "/inner\n"))
                .contains(APPS + OWN);
    }

    @Test
    void isNoneThatTheInstanceSharesWithOthers() {
        assertThat(ControlGroup.path(SYNC, "0::/" + APPS + "terminal.scope\n")).isEmpty();
        assertThat(ControlGroup.path(SYNC, "0::/\n")).isEmpty();
        assertThat(ControlGroup.path(SYNC, "0::/" + APPS + OWN.replace("-99.", "-98.") + "\n"))
                .isEmpty();
    }
}
