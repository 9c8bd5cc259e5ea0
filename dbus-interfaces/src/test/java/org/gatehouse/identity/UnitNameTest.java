package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.gatehouse.protocol.AppId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {

    @ParameterizedTest
    @CsvSource({
        "app-org.gnome.Maps-4711.scope,org.gnome.Maps",
        "app-gnome-org.gnome.Maps-4711.scope,org.gnome.Maps",
        "app-KDE-org.kde.kate-1a2b.slice,org.kde.kate",
        "app-org.gnome.Maps.service,org.gnome.Maps",
        "app-gnome-org.gnome.Maps@12.service,org.gnome.Maps",
        "app-org.example.two\\x2dwords-1.scope,org.example.two-words",
        "app-niri-org.example.\\x41pp-1.scope,org.example.App"
    })
    void holdsAnAppId(String unit, String app) {
        assertThat(UnitName.app(unit)).contains(new AppId(app));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app",
                "app.scope",
                "app-.scope",
                "app-org.gnome.Maps.scope",
                "session-2.scope",
                "app-a-b-org.gnome.Maps-1.scope",
                "app-firefox-1.scope",
                "dbus.service",
                "app-org.example.\\x2-1.scope",
                "app-org.example.a\\x2fb-1.scope",
                "xapp-org.gnome.Maps-1.scope",
                "app-org.gnome.Maps-1.mount"
            })
    void holdsNoneOtherwise(String unit) {
        assertThat(UnitName.app(unit)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0::/user.slice/user-1000.slice/user@1000.service/app.slice/app-a.b-1.scope,app-a.b-1.scope",
        "1:name=systemd:/user.slice/user@7.service/app.slice/app-a.b-1.scope/x,app-a.b-1.scope",
        "0::/user@1.service/app.slice/app-x-a.b-1.slice/,app-x-a.b-1.slice"
    })
    void isTheFirstUnitBelowThePersonsSystemd(String line, String unit) throws IdentityDoubt {
        assertThat(groups(line + "\n").userUnit()).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0::/", "", "0::/user.slice/session-2.scope", "4:memory:/user@1/a.scope"})
    void mayBeAbsent(String content) throws IdentityDoubt {
        assertThat(groups(content).userUnit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0::/user.slice/user@1000.service/app.slice/snap.foo.foo-1.scope,true",
        "9:freezer:/snap.foo,true",
        "1:name=systemd:/x/snap.foo.foo.1.scope,true",
        "4:memory:/snap.foo,false",
        "0::/user.slice/gnome-snap.scope,false"
    })
    void showsASnap(String line, boolean isSnap) throws IdentityDoubt {
        assertThat(groups(line).isSnap()).isEqualTo(isSnap);
    }

    @Test
    void isNotReadFromLinesThatAreNotUnderstood() {
        assertThatThrownBy(() -> groups("0:/x")).isInstanceOf(IdentityDoubt.class);
    }

    private static ControlGroups groups(String content) throws IdentityDoubt {
        return ControlGroups.parse(content.getBytes(StandardCharsets.UTF_8));
    }
}
