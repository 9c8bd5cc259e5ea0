package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.fake.Store;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Four policies about the time of a question, for F35 and N7.
class F35PromptPoliciesTest {

    @Test
    void firstUseAsksInTheCall() {
        try (var session = new PortalSession()) {
            with("first-use", session);
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("one", "").path(), "one").path();

            session.backend().next().allow();

            assertThat(app.response(handle)).isZero();
        }
    }

    @Test
    void installAsksWhenTheAppIsInstalledAndNotBefore() {
        try (var session = new PortalSession()) {
            var store = with("install", session);
            var app = session.flatpak(MAPS);
            assertThat(app.use("one", "").code()).isEqualTo(2);
            assertThat(session.backend().count()).isZero();
            assertThat(store.deferred().getFirst()).contains(" policy ");

            session.install(MAPS, "Name=Maps\nX-Flatpak=" + MAPS + "\n");
            var dialog = session.backend().next();
            assertThat(dialog.asked().app()).isEqualTo(MAPS);
            dialog.allow();

            Await.until("the answer is kept", () -> !store.row(MAPS).isEmpty());
            assertThat(app.use("two", "").code()).isZero();
            assertThat(session.backend().count()).isOne();
        }
    }

    @Test
    void deferredPutsEveryQuestionOnTheList() {
        try (var session = new PortalSession()) {
            var store = with("deferred", session);

            assertThat(session.flatpak(MAPS).use("one", "").code()).isEqualTo(2);

            assertThat(session.backend().count()).isZero();
            assertThat(store.deferred()).hasSize(1);
        }
    }

    @Test
    void neverRefuses() {
        try (var session = new PortalSession()) {
            var store = with("never", session);

            assertThat(session.flatpak(MAPS).use("one", "").code()).isEqualTo(1);

            assertThat(session.backend().count()).isZero();
            assertThat(store.deferred()).isEmpty();
            assertThat(store.row(MAPS)).isEmpty();
        }
    }

    private static Store with(String prompt, PortalSession session) {
        var store = session.withTerms();
        session.policy("[[rule]]\nclass = \"location\"\nprompt = \"" + prompt + "\"\n");
        session.withPortal();
        return store;
    }
}
