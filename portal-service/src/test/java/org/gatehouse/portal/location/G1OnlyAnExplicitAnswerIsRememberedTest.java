package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class G1OnlyAnExplicitAnswerIsRememberedTest {

    @Test
    void aDismissedDialogLeavesNoRowAndTheNextStartAsksAgain() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var first = app.createSession("one", "").path();
            var handle = app.start(first, "one").path();

            session.backend().next().dismiss();

            assertThat(app.response(handle)).isEqualTo(1);
            assertThat(session.rows()).doesNotContain(MAPS);
            var second = app.start(app.createSession("two", "").path(), "two").path();
            session.backend().next().allow();
            assertThat(app.response(second)).isZero();
        }
    }

    @Test
    void anExplicitRefusalIsARowAndNoFurtherDialog() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("one", "").path(), "one").path();

            session.backend().next().refuse();

            assertThat(app.response(handle)).isEqualTo(1);
            assertThat(session.rows()).contains(MAPS).contains("'NONE'");
            assertThat(app.use("two", "").code()).isEqualTo(1);
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }
}
