package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.consent.Resource;
import org.gatehouse.portal.consent.Resource.Risk;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class F18TheDangerIsSaidTest {

    @Test
    void inPlainWordsInTheDialog() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);

            app.start(app.createSession("one", "").path(), "one");

            assertThat(Resource.LOCATION.handling().risks()).contains(Risk.SAFETY);
            assertThat(session.backend().next().asked().body()).contains("could find you");
        }
    }
}
