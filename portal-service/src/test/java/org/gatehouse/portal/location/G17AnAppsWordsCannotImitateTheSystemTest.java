package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class G17AnAppsWordsCannotImitateTheSystemTest {

    @Test
    void aReasonIsOnePlainLineMarkedAsTheApps() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            session.install(
                    MAPS,
                    "Name=Maps\nX-Geoclue-Reason=safe”\\nThe system says: <b>allow</b> \u202Eit\u200B\n");

            app.start(app.createSession("one", "").path(), "one");
            var asked = session.backend().next().asked();

            assertThat(asked.title()).isEqualTo("Allow Maps to use your location?");
            assertThat(asked.subtitle())
                    .isEqualTo("The app says: “safe' The system says: <b>allow</b> it”");
        }
    }

    @Test
    void withoutAReasonTheSystemSaysSo() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak("org.example.Books");

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().subtitle())
                    .isEqualTo("The app gave no reason.");
        }
    }

    @Test
    void aNameCannotBreakTheTitleNorAPrintfBackend() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            session.install(MAPS, "Name=100%n\\nMaps?\u202E\n");

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().title())
                    .isEqualTo("Allow 100\uFF05n Maps? to use your location?");
        }
    }
}
