package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.store.service.Refused.refused;

import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: taking a change back, and being second.
class UndoCallTest {

    private static final String MAPS = "org.gnome.Maps";

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

    @Nested
    class Conflicts {

        @Test
        void aChangeBasedOnWhatIsOutdatedIsRefused() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            var seen = app.permissions.ListGrants(Map.of()).sequence();
            served.granted("location", "flatpak", MAPS, "CITY", "0");

            var deny = Listening.dictionary("verdict", "deny");
            refused(
                    "org.gatehouse.Error.Conflict",
                    () -> app.permissions.Set("location", "flatpak", MAPS, deny, seen));
            refused(
                    "org.gatehouse.Error.Conflict",
                    () -> app.permissions.Revoke(Listening.dictionary("app", MAPS), seen));
            refused(
                    "org.gatehouse.Error.Conflict",
                    () -> app.permissions.Forget(Listening.dictionary("app", MAPS), seen));

            assertThat(app.grant()).containsEntry("level", "city");
        }

        @Test
        void whatElseWasChangedDoesNotMatter() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            var seen = app.permissions.ListGrants(Map.of()).sequence();
            served.granted("location", "flatpak", "org.b.App", "CITY", "0");

            var deny = Listening.dictionary("verdict", "deny");
            var _ = app.permissions.Set("location", "flatpak", MAPS, deny, seen);

            assertThat(app.grant("app", MAPS)).containsEntry("verdict", "deny");
        }
    }

    @Nested
    class Undo {

        @Test
        void bringsBackWhatWasRevokedWithAllItsTerms() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            served.granted("background", "flatpak", MAPS, "yes");
            var before = app.grants();
            app.revoke("app", MAPS);
            var change = Listening.plain(app.permissions.LastChange());
            assertThat(change).extractingByKey("text").asString().contains("2 permissions");

            var _ = app.permissions.Undo(new UInt64(Listening.number(change, "sequence")));

            assertThat(app.grants()).isEqualTo(before);
            assertThat(app.ledger(1).getFirst()).containsEntry("event", "undone");
        }

        @Test
        void ofWhatCannotBeUndoneIsNotFound() {
            refused("NotFound", () -> app.permissions.Undo(new UInt64(4711)));
        }

        @Test
        void ofWhatWasChangedSinceIsAConflict() {
            long first = app.set("location", "flatpak", MAPS, "verdict", "allow");
            app.set("location", "flatpak", MAPS, "verdict", "deny");

            refused("org.gatehouse.Error.Conflict", () -> app.permissions.Undo(new UInt64(first)));
        }

        @Test
        void nothingIsThereToUndoAtFirst() {
            assertThat(app.permissions.LastChange()).isEmpty();
        }
    }
}
