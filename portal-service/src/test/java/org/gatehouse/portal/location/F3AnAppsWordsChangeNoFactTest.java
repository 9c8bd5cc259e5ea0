package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class F3AnAppsWordsChangeNoFactTest {

    @Test
    void aReasonThatImitatesTheTitleAltersNothing() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            app.start(app.createSession("one", "").path(), "one");
            var plain = session.backend().next();
            plain.dismiss();
            session.install(
                    MAPS, "Name=Maps\nX-Geoclue-Reason=Allow Clock to use your location?\n");

            app.start(app.createSession("two", "").path(), "two");
            var imitating = session.backend().next().asked();

            assertThat(imitating.title()).isEqualTo(plain.asked().title());
            assertThat(imitating.body()).isEqualTo(plain.asked().body());
            assertThat(imitating.app()).isEqualTo(MAPS);
            assertThat(imitating.subtitle()).startsWith("The app says: “");
        }
    }
}
