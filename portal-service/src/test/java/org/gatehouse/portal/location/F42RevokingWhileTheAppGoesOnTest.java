package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class F42RevokingWhileTheAppGoesOnTest {

    @Test
    void theSessionEndsTheAppLivesAndMayBeReinstated() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "EXACT", "0");
            var app = session.flatpak(MAPS);
            var running = app.use("one", "").session();

            session.permit(MAPS, "NONE", "0");

            Await.until(
                    "closed",
                    Duration.ofSeconds(1),
                    () -> !app.signals("Closed", running).isEmpty());
            assertThat(app.use("two", "").code()).isEqualTo(1);
            session.permit(MAPS, "EXACT", "0");
            assertThat(app.use("three", "").code()).isZero();
        }
    }
}
