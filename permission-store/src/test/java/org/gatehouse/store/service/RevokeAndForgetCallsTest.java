package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.store.service.Refused.invalid;
import static org.gatehouse.store.service.Refused.refused;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: taking back, and asking again.
class RevokeAndForgetCallsTest {

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
    class Revoke {

        @Test
        void refusesEverythingOfAnAppAtOnce() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            served.granted("background", "flatpak", MAPS, "yes");
            served.granted("location", "flatpak", "org.b.App", "EXACT", "0");
            long before = Listening.number(app.ledger(1).getFirst(), "sequence");

            long sequence = app.revoke("app", MAPS);

            assertThat(sequence).isEqualTo(before + 1);
            assertThat(app.grants("app", MAPS))
                    .extracting("verdict")
                    .containsExactly("deny", "deny");
            assertThat(app.grant("app", "org.b.App")).containsEntry("verdict", "allow");
        }

        @Test
        void refusesAWholeClass() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            served.store.SetPermission(
                    "location", true, "location", "org.b.App", List.of("CITY", "0"));

            app.revoke("class", "location");

            assertThat(app.grants()).extracting("verdict").containsExactly("deny", "deny");
            assertThat(served.store.GetPermission("location", "location", "org.b.App"))
                    .first()
                    .isEqualTo("NONE");
        }

        @Test
        void ofOneAppAndClassIsStoredThoughNothingWas() {
            app.revoke("class", "background", "kind", "host", "app", "tool");

            assertThat(app.grant()).containsEntry("kind", "host").containsEntry("verdict", "deny");
            assertThat(app.revoke("class", "background", "kind", "host", "app", "tool")).isZero();
        }

        @Test
        void needsToBeToldWhat() {
            invalid("class or app", () -> app.revoke());
            invalid("class or app", () -> app.revoke("kind", "host"));
            refused("NotFound", () -> app.revoke("class", "teleport"));
            assertThat(app.revoke("app", "org.nobody")).isZero();
        }
    }

    @Nested
    class Forget {

        @Test
        void removesGrantsAndRows() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            served.store.SetPermission("background", true, "background", MAPS, List.of("no"));

            long sequence = app.forget("app", MAPS);

            assertThat(sequence).isPositive();
            assertThat(app.grants()).isEmpty();
            assertThat(served.store.GetPermission("location", "location", MAPS)).isEmpty();
            assertThat(app.ledger(1).getFirst()).containsEntry("event", "forgotten");
            assertThat(app.forget("app", MAPS)).isZero();
            invalid("class or app", () -> app.forget());
        }
    }
}
