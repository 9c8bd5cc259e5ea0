package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

/// Rows P6, P9, P10, F11 and F32: asked at first use, inside the call that needs it, once.
class P6P9P10ConsentAtFirstUseTest {

    @Test
    void theFirstUseShowsOneDialogAndTheSecondIsSilent() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var first = app.start(app.createSession("one", "").path(), "one").path();
            session.backend().next().allow();

            assertThat(app.response(first)).isZero();
            assertThat(app.use("two", "").code()).isZero();
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }

    @Test
    void nothingIsAskedBeforeTheCallThatNeedsIt() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);

            var made = app.createSession("one", "").path();

            assertThat(session.backend().count()).isZero();
            app.start(made, "one");
            session.backend().next();
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }

    @Test
    void theQuestionBelongsToTheWindowOfTheCall() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var made = app.createSession("one", "").path();

            app.call(
                    App.PORTAL,
                    "org.freedesktop.portal.Location",
                    "Start",
                    "(objectpath '%s', 'x11:2a', @a{sv} {})".formatted(made));

            var asked = session.backend().next().asked();
            assertThat(asked.parent()).isEqualTo("x11:2a");
            assertThat(asked.app()).isEqualTo(MAPS);
            assertThat(asked.handle()).endsWith("/t");
            assertThat(asked.body()).contains("could find you");
        }
    }
}
