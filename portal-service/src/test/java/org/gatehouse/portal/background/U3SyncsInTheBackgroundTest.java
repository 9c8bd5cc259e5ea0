package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class U3SyncsInTheBackgroundTest {

    @Test
    void theGrantIsKeptWithTheReasonAndIsInTheLedger() {
        try (var session = new PortalSession()) {
            session.withBackground();
            var store = session.withTerms();
            session.withPortal();
            var app = session.flatpak(SYNC);

            var handle = app.requestBackground("'reason': <'To sync every minute'>").path();
            session.backend().next().allow();

            assertThat(app.fullResponse(handle)).contains("(0, {", "'background': <true>");
            assertThat(store.row(SYNC)).containsExactly("yes");
            assertThat(store.term("flatpak", SYNC, "reason")).isEqualTo("To sync every minute");
            Await.until(
                    "the question is written down",
                    () ->
                            store.ledger().stream()
                                    .anyMatch(each -> each.startsWith("asked " + SYNC)));
        }
    }
}
