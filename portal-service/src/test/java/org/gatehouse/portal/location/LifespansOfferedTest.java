package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Instant;
import java.util.List;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.fake.AccessBackend.Dialog;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class LifespansOfferedTest {

    @Test
    void withoutAWindowSystemWhileInUseIsNotOffered() {
        try (var session = new PortalSession()) {
            session.withTerms();
            session.withPortal();

            assertThat(asked(session, session.flatpak(MAPS)).asked().choices())
                    .contains("once Only this time session Until I log out until For 1 hour")
                    .contains("always Always")
                    .doesNotContain("while-in-use");
        }
    }

    @Test
    void thePolicyNarrowsThemAndABackendWithoutChoicesGrantsTheLongest() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.policy("[[rule]]\nclass = \"*\"\nlifespans = [\"once\", \"session\"]\n");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var dialog = asked(session, app);
            assertThat(dialog.asked().choices()).doesNotContain("always");

            dialog.allow();

            assertThat(app.response(dialog.asked().handle())).isZero();
            assertThat(store.term("flatpak", MAPS, "lifespan")).isEqualTo("session");
        }
    }

    @Test
    void whatWasNotOfferedIsNoAnswer() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.policy("[[rule]]\nclass = \"*\"\nlifespans = [\"once\"]\n");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var dialog = asked(session, app);

            dialog.answer(0, chosen("always"));

            assertThat(app.response(dialog.asked().handle())).isEqualTo(2);
            assertThat(store.row(MAPS)).isEmpty();
        }
    }

    @Test
    void untilATimeIsKeptWithThatTime() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            var app = session.flatpak(MAPS);
            var dialog = asked(session, app);
            long before = Instant.now().getEpochSecond();

            dialog.answer(0, chosen("until"));

            assertThat(app.response(dialog.asked().handle())).isZero();
            assertThat(store.term("flatpak", MAPS, "lifespan")).isEqualTo("until");
            assertThat(Long.parseLong(store.term("flatpak", MAPS, "until")))
                    .isBetween(before + 3600, Instant.now().getEpochSecond() + 3600);
        }
    }

    private static Dialog asked(PortalSession session, App app) {
        app.start(app.createSession("one", "").path(), "one");
        return session.backend().next();
    }

    private static Variant<?> chosen(String lifespan) {
        return new Variant<>(List.of(List.of("lifespan", lifespan)), "a(ss)");
    }
}
