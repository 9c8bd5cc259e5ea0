package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.fake.Desktop;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class G22NobodyToShowTheQuestionTest {

    @Test
    void aBackendThatIsNotThereMeansLater() {
        try (var session = new PortalSession();
                var desktop = new Desktop(session.bus().connect())) {
            var store = session.withTerms();
            session.backend().close();
            session.withPortal();
            var app = session.flatpak(MAPS);

            assertThat(app.use("one", "").code()).isEqualTo(2);

            assertThat(store.row(MAPS)).isEmpty();
            assertThat(store.deferred().getFirst()).contains(" nobody ");
            Await.until("a notice", () -> desktop.notices().contains("A question waits"));
            // what a terminal prompter has the store write
            store.set(MAPS, "EXACT", "0");
            assertThat(app.use("two", "").code()).isZero();
        }
    }

    @Test
    void soDoesNoBackendAtAll() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.write("portals/scripted.portal", "[portal]\nDBusName=a.b\nInterfaces=c.d;\n");
            session.withPortal();

            assertThat(session.flatpak(MAPS).use("one", "").code()).isEqualTo(2);

            assertThat(store.deferred()).hasSize(1);
        }
    }
}
