package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class G21AnEmptyAppIdIsNeverAWildcardTest {

    @Test
    void aCallerWithoutAnIdGetsNobodysGrant() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "EXACT", "0");
            session.permit("", "EXACT", "0");
            var app = session.unknownSandbox();

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().app()).isEmpty();
        }
    }

    @Test
    void theRowOfTheEmptyIdIsNoAppsButItsOwn() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit("", "EXACT", "0");
            var app = session.flatpak(MAPS);

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().app()).isEqualTo(MAPS);
        }
    }

    @Test
    void refusingOneAppDoesNotRefuseAHostProgramWithoutAnId() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "NONE", "0");

            assertThat(session.host().use("one", "").code()).isZero();
        }
    }
}
