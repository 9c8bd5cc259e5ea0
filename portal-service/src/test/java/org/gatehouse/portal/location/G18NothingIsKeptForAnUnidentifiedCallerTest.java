package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class G18NothingIsKeptForAnUnidentifiedCallerTest {

    @Test
    void aHostProgramUsesTheLocationWithoutARow() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var program = session.host();

            var started = program.use("one", "");

            assertThat(started.code()).isZero();
            assertThat(session.backend().count()).isZero();
            assertThat(session.rows()).isEmpty();
        }
    }

    @Test
    void aHostProgramsUseIsInTheLedger() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            var program = session.host();

            program.use("one", "");

            Await.until(
                    "a record", () -> store.ledger().stream().anyMatch(r -> r.startsWith("used")));
            assertThat(store.writes()).isZero();
        }
    }

    @Test
    void anUnknownSandboxIsAskedEachTimeAndNothingIsKept() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.unknownSandbox();
            for (var token : new String[] {"one", "two"}) {
                var handle = app.start(app.createSession(token, "").path(), token).path();

                session.backend().next().allow();

                assertThat(app.response(handle)).isZero();
            }
            assertThat(session.backend().count()).isEqualTo(2);
            assertThat(session.rows()).isEmpty();
        }
    }

    @Test
    void aDecisionAboutAnotherAppDuringTheDialogDoesNoHarm() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.unknownSandbox();
            var handle = app.start(app.createSession("one", "").path(), "one").path();
            var dialog = session.backend().next();

            session.permit("org.example.Other", "NONE", "0");
            dialog.allow();

            assertThat(app.response(handle)).isZero();
        }
    }
}
