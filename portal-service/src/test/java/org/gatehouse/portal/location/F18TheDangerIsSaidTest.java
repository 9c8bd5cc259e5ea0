package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass.Risk;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class F18TheDangerIsSaidTest {

    @Test
    void inPlainWordsInTheDialog() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);

            app.start(app.createSession("one", "").path(), "one");

            assertThat(Catalogue.ofOurs().get("location").handling().risks()).contains(Risk.SAFETY);
            assertThat(session.backend().next().asked().body()).contains("could find you");
        }
    }
}
