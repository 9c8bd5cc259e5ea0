package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class G3ADialogDoesNotOutliveItsCallerTest {

    @Test
    void theBackendIsToldAndALateGrantStoresNothing() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            app.start(app.createSession("one", "").path(), "one");
            var dialog = session.backend().next();

            app.kill();

            Await.until("the backend is told", Duration.ofSeconds(1), dialog::isClosed);
            dialog.allow();
            var other = session.flatpak(MAPS);
            other.start(other.createSession("two", "").path(), "two");
            session.backend().next();
            assertThat(session.rows()).doesNotContain(MAPS);
        }
    }

    @Test
    void theSessionsOfTheCallerAreStopped() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "EXACT", "0");
            var app = session.flatpak(MAPS);
            app.use("one", "");
            var client = session.geoClue().clients().getFirst();

            app.kill();

            Await.until("the source is stopped", () -> !client.isActive());
            Await.until("and given back", () -> !session.geoClue().deleted().isEmpty());
        }
    }
}
