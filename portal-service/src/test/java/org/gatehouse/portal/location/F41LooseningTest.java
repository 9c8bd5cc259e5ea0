package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class F41LooseningTest {

    @Test
    void aRetiredClassIsAlwaysAllowedAndNeverAsked() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "NONE", "0");
            session.administratorsPolicy("[[rule]]\nclass = \"location\"\nretired = true\n");
            session.withPortal();

            assertThat(session.flatpak(MAPS).use("one", "").code()).isZero();
            assertThat(session.flatpak("org.example.Other").use("one", "").code()).isZero();

            assertThat(session.backend().count()).isZero();
            assertThat(store.row(MAPS)).containsExactly("NONE", "0");
        }
    }
}
