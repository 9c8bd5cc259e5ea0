package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class F20PolicyMayForbidAskingTest {

    private static final String POLICY = "config/gatehouse/policy.d/mine.toml";

    @Test
    void anUndeclaredAppMayAskByDefault() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().app()).isEqualTo(MAPS);
        }
    }

    @Test
    void whereThePolicyForbidsItNobodyIsAsked() {
        try (var session = new PortalSession().withStore()) {
            session.write(POLICY, "[[rule]]\nclass = \"location\"\nprompt = \"never\"\n");
            session.withPortal();
            var app = session.flatpak(MAPS);

            assertThat(app.use("one", "").code()).isEqualTo(1);
            assertThat(session.backend().count()).isZero();
        }
    }

    @Test
    void aForeignBackendsNoMayCountAsDismissed() {
        try (var session = new PortalSession().withStore()) {
            session.write(POLICY, "[backend.scripted]\nforeign-refusal = \"dismissed\"\n");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("one", "").path(), "one").path();

            session.backend().next().refuse();

            assertThat(app.response(handle)).isEqualTo(1);
            assertThat(session.rows()).isEmpty();
        }
    }
}
