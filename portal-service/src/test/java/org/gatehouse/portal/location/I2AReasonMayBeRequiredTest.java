package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class I2AReasonMayBeRequiredTest {

    private static final String OTHER = "org.example.Other";

    @Test
    void whoGivesNoneGetsNothing() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.policy("[[rule]]\nclass = \"location\"\nreason-required = true\n");
            session.withPortal();

            assertThat(session.flatpak(OTHER).use("one", "").code()).isEqualTo(1);

            assertThat(session.backend().count()).isZero();
            Await.until(
                    "the ledger says why",
                    () -> store.ledger().contains("denied " + OTHER + " it gave no reason"));
        }
    }

    @Test
    void whoGivesOneIsAskedAbout() {
        try (var session = new PortalSession()) {
            session.withTerms();
            session.policy("[[rule]]\nclass = \"location\"\nreason-required = true\n");
            session.withPortal();
            var app = session.flatpak(MAPS);

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().subtitle()).contains("Shows the way home");
        }
    }
}
