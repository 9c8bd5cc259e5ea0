package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.store.service.Refused.invalid;
import static org.gatehouse.store.service.Refused.refused;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: deciding for one app.
class SetCallTest {

    private static final String MAPS = "org.gnome.Maps";
    private static final long FAR = 4_000_000_000L;

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    @Test
    void writesTheRowThatOtherToolsRead() {
        app.set(
                "location",
                "flatpak",
                MAPS,
                "verdict",
                "allow",
                "level",
                "city",
                "lifespan",
                "until",
                "until",
                FAR);

        assertThat(served.store.GetPermission("location", "location", MAPS))
                .first()
                .isEqualTo("CITY");
        assertThat(app.grant())
                .containsEntry("level", "city")
                .containsEntry("lifespan", "until")
                .containsEntry("until", FAR);
        assertThat(app.ledger(1).getFirst())
                .containsEntry("event", "set")
                .containsEntry("class", "location")
                .containsEntry("kind", "flatpak")
                .containsEntry("app", MAPS);
    }

    @Test
    void allowsTheHighestLevelForAlwaysUnlessTold() {
        app.set("location", "flatpak", MAPS, "verdict", "allow");

        assertThat(app.grant()).containsEntry("level", "exact").containsEntry("lifespan", "always");
    }

    @Test
    void ofNoKindIsARowForEveryKind() {
        app.set("background", "", MAPS, "verdict", "deny");

        assertThat(app.grant()).containsEntry("kind", "").containsEntry("verdict", "deny");
        assertThat(served.decisions.Find("background", "background", "snap", MAPS).found())
                .isTrue();
    }

    @Test
    void storesAskOnlyWhereTheClassKnowsIt() {
        app.set("background", "flatpak", MAPS, "verdict", "ask");
        served.granted("location", "flatpak", MAPS, "EXACT", "0");
        app.set("location", "flatpak", MAPS, "verdict", "ask");

        assertThat(app.grant())
                .containsEntry("class", "background")
                .containsEntry("verdict", "ask");
    }

    @Test
    void keepsWhatTheAppSaidAndDid() {
        served.granted("location", "flatpak", MAPS, "EXACT", "0");

        app.set("location", "flatpak", MAPS, "verdict", "deny");

        assertThat(app.grant())
                .containsEntry("verdict", "deny")
                .containsEntry("reason", "to find the way");
        assertThat(app.ledger(1).getFirst()).containsEntry("event", "revoked");
    }

    @Test
    void namesTheKeyThatIsWrong() {
        invalid("verdict", () -> app.set("location", "flatpak", MAPS));
        invalid("verdict", () -> app.set("location", "flatpak", MAPS, "verdict", true));
        invalid("verdict", () -> app.set("location", "flatpak", MAPS, "verdict", "yes"));
        allowing("level", "level", "very");
        allowing("lifespan", "lifespan", "for ever");
        allowing("lifespan", "lifespan", "once");
        allowing("until", "lifespan", "until");
        allowing("until", "lifespan", "until", "until", 1000L);
        invalid(
                "lifespan",
                () ->
                        app.set(
                                "background",
                                "flatpak",
                                MAPS,
                                "verdict",
                                "allow",
                                "lifespan",
                                "while-in-use"));
        invalid(
                "lifespan",
                () -> app.set("location", "", MAPS, "verdict", "allow", "lifespan", "session"));
        invalid("app", () -> app.set("location", "flatpak", "", "verdict", "allow"));
        invalid("kind", () -> app.set("location", "rpm", MAPS, "verdict", "allow"));
        refused("NotFound", () -> app.set("teleport", "flatpak", MAPS, "verdict", "allow"));
        assertThat(app.grants()).isEmpty();
    }

    private void allowing(String key, Object... terms) {
        var all = new java.util.ArrayList<Object>(List.of("verdict", "allow"));
        all.addAll(List.of(terms));
        invalid(key, () -> app.set("location", "flatpak", MAPS, all.toArray()));
    }
}
