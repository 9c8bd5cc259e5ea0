package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class G2CloseEndsTheInteractionAtOnceTest {

    private static final Duration AT_ONCE = Duration.ofMillis(200);

    @Test
    void theDialogGoesAndNothingIsStoredOrAnswered() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("one", "").path(), "one").path();
            var dialog = session.backend().next();

            long before = System.nanoTime();
            var closed = app.closeRequest(handle);
            var taken = Duration.ofNanos(System.nanoTime() - before);

            assertThat(closed.error()).isEmpty();
            assertThat(taken).isLessThan(AT_ONCE);
            Await.until("the dialog is gone", dialog::isClosed);
            dialog.allow();
            assertThat(app.use("two", ", 'accuracy': <uint32 0>").code()).isZero();
            assertThat(session.rows()).doesNotContain(MAPS);
            assertThat(app.signals("Response", handle)).isEmpty();
        }
    }

    @Test
    void aBackendThatHangsDoesNotDelayIt() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.backend().hangOnClose();
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("one", "").path(), "one").path();
            session.backend().next();

            long before = System.nanoTime();
            var closed = app.closeRequest(handle);

            assertThat(closed.error()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(AT_ONCE);
            assertThat(app.closeRequest(handle).error())
                    .isEqualTo("org.freedesktop.DBus.Error.UnknownObject");
        }
    }
}
