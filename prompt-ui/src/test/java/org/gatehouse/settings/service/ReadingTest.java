package org.gatehouse.settings.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.PermissionInfo.Level;
import org.gatehouse.settings.RunningApp;
import org.gatehouse.settings.Verdict;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void readsAGrant() {
        var grant =
                Reading.grant(
                        Map.of(
                                "class", new Variant<>("location"),
                                "kind", new Variant<>("flatpak"),
                                "app", new Variant<>("org.example.Maps"),
                                "name", new Variant<>("Maps"),
                                "verdict", new Variant<>("allow"),
                                "level", new Variant<>("city"),
                                "uses", new Variant<>(new UInt64(12)),
                                "in-use", new Variant<>(true)));

        assertThat(grant.key().app()).isEqualTo(new AppKey("flatpak", "org.example.Maps"));
        assertThat(grant.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(grant.level()).isEqualTo("city");
        assertThat(grant.history().uses()).isEqualTo(12);
        assertThat(grant.inUse()).isTrue();
    }

    @Test
    void makesForeignTextFitToBeShown() {
        var grant =
                Reading.grant(
                        Map.of(
                                "app", new Variant<>("org.example.Evil"),
                                "name", new Variant<>("System\u202e\nUpdate"),
                                "reason", new Variant<>("\u2066Safe\u0000")));

        assertThat(grant.name()).isEqualTo("System Update");
        assertThat(grant.history().reason()).isEqualTo("Safe");
    }

    @Test
    void readsWhatRuns() {
        var app =
                Reading.running(
                        Map.of(
                                "kind", new Variant<>("flatpak"),
                                "app", new Variant<>("org.example.Mail"),
                                "instance", new Variant<>("1234"),
                                "state", new Variant<>("background"),
                                "message", new Variant<>("Stop\nGatehouse\u202e\u0007"),
                                "since", new Variant<>(new UInt64(50)),
                                "at-login", new Variant<>(true)));

        assertThat(app)
                .isEqualTo(
                        new RunningApp(
                                new AppKey("flatpak", "org.example.Mail"),
                                "1234",
                                "org.example.Mail",
                                RunningApp.State.BACKGROUND,
                                "Stop Gatehouse",
                                50,
                                true));
    }

    @Test
    void takesAStateThatItDoesNotKnowForUnknown() {
        var app = Reading.running(Map.of("state", new Variant<>("hovering")));

        assertThat(app.state()).isEqualTo(RunningApp.State.UNKNOWN);
        assertThat(app.isOfferedToStop()).isFalse();
    }

    @Test
    void callsAnAppWithoutANameByItsId() {
        var app = Reading.app(Map.of("app", new Variant<>("org.example.Maps")));

        assertThat(app.name()).isEqualTo("org.example.Maps");
    }

    @Test
    void takesAKeyOfAnotherTypeForNothing() {
        var grant =
                Reading.grant(
                        Map.of(
                                "app", new Variant<>(new UInt32(7)),
                                "uses", new Variant<>("many"),
                                "verdict", new Variant<>("perhaps")));

        assertThat(grant.key().app().app()).isEmpty();
        assertThat(grant.history().uses()).isZero();
        assertThat(grant.verdict()).isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void readsTheLevelsOfAClass() {
        var levels = List.of(new Object[] {"city", "The city"}, new Object[] {"exact", "Exact"});
        var permission =
                Reading.permission(
                        Map.of(
                                "class", new Variant<>("location"),
                                "levels", new Variant<>(levels, "a(ss)"),
                                "risks", new Variant<>(List.of("privacy"), "as")));

        assertThat(permission.levels())
                .containsExactly(new Level("city", "The city"), new Level("exact", "Exact"));
        assertThat(permission.isConduct()).isFalse();
    }

    @Test
    void readsThatARecordWasTamperedWith() {
        assertThat(Reading.record(Map.of("intact", new Variant<>(false))).intact()).isFalse();
        assertThat(Reading.record(Map.of("intact", new Variant<>(true))).intact()).isTrue();
    }
}
