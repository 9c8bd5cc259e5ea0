package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import org.gatehouse.portal.fake.Store;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Apps built for an older system count as having asked: F38 to F40, N9, I6.
class F38TighteningTest {

    @Test
    void anOlderAppHasItImpliedAndListedAsSuch() {
        try (var session = new PortalSession()) {
            var store = tightened(session);

            assertThat(session.flatpak(MAPS, "22.08").use("one", "").code()).isZero();

            assertThat(session.backend().count()).isZero();
            assertThat(store.row(MAPS).getFirst()).isEqualTo("EXACT");
            assertThat(store.term("flatpak", MAPS, "implied")).isEqualTo("true");
            assertThat(store.term("flatpak", MAPS, "decided-by")).isEqualTo("policy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"23.08", "24.08", "master"})
    void othersAsk(String branch) {
        try (var session = new PortalSession()) {
            tightened(session);
            var app = session.flatpak(MAPS, branch);

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().app()).isEqualTo(MAPS);
        }
    }

    @Test
    void whatIsImpliedCanBeTakenBack() {
        try (var session = new PortalSession()) {
            var store = tightened(session);
            var app = session.flatpak(MAPS, "22.08");
            var running = app.use("one", "").session();

            store.set(MAPS, "NONE", "0");

            Await.until(
                    "closed",
                    Duration.ofSeconds(1),
                    () -> !app.signals("Closed", running).isEmpty());
            assertThat(app.use("two", "").code()).isEqualTo(1);
            assertThat(store.row(MAPS)).containsExactly("NONE", "0");
        }
    }

    private static Store tightened(PortalSession session) {
        var store = session.withTerms();
        session.administratorsPolicy(
                "[[rule]]\nclass = \"location\"\nimplied-before = \"23.08\"\n");
        session.withPortal();
        return store;
    }
}
