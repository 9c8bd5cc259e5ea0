package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.fake.Desktop;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class F1UseIsToldTest {

    private static final String ACTIVE = "active location " + MAPS;
    private static final String ENDED = "ended location " + MAPS;

    @Test
    void theStoreHearsOfItOncePerApp() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var one = app.use("one", "").session();
            var two = app.use("two", "").session();
            Await.until("a report", () -> store.ledger().contains(ACTIVE));

            app.closeSession(one);
            app.closeSession(two);

            Await.until("a report of the end", () -> store.ledger().contains(ENDED));
            assertThat(store.ledger()).filteredOn(each -> each.equals(ACTIVE)).hasSize(1);
            assertThat(store.ledger()).filteredOn(each -> each.equals(ENDED)).hasSize(1);
            Await.until(
                    "two ends in the ledger",
                    () ->
                            store.ledger().stream()
                                            .filter(each -> each.startsWith("stopped "))
                                            .count()
                                    == 2);
        }
    }

    @Test
    void aStoreThatReturnsHearsOfItAgain() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            session.flatpak(MAPS).use("one", "");
            Await.until("a report", () -> store.ledger().contains(ACTIVE));

            store.close();
            var again = session.withTerms();
            again.setSilently(MAPS, "EXACT", "0");

            Await.until("a report", () -> again.ledger().contains(ACTIVE));
        }
    }

    @Test
    void thePersonIsToldOncePerAppAndFindsTheGrant() {
        try (var session = new PortalSession();
                var desktop = new Desktop(session.bus().connect())) {
            session.withTerms().set(MAPS, "EXACT", "0");
            session.withPortal();
            var app = session.flatpak(MAPS);
            used(app, "one");
            Await.until("a notice", () -> !desktop.notices().isEmpty());

            used(app, "two");
            desktop.press(1);

            Await.until("the settings", () -> !desktop.opened().isEmpty());
            assertThat(desktop.opened())
                    .containsExactly("show-grant [location, flatpak, " + MAPS + "]");
            assertThat(desktop.notices()).containsExactly("Maps is using your location");
        }
    }

    @Test
    void thePolicyMaySilenceIt() {
        try (var session = new PortalSession();
                var desktop = new Desktop(session.bus().connect())) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.policy("[indicator]\nnotify = \"never\"\n");
            session.withPortal();
            var app = session.flatpak(MAPS);
            used(app, "one");

            session.policy("[indicator]\nnotify = \"always\"\n");
            Await.until(
                    "notices after the change",
                    () -> {
                        used(app, "n" + System.nanoTime());
                        return !desktop.notices().isEmpty();
                    });
            Await.until("the first use was told", () -> store.ledger().contains(ENDED));
        }
    }

    private static void used(App app, String token) {
        app.closeSession(app.use(token, "").session());
    }
}
