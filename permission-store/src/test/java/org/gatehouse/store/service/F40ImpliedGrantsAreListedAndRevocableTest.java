package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Requirement F40, the store's part: what an old app was given without a question is listed as
/// implied, and can be taken back.
class F40ImpliedGrantsAreListedAndRevocableTest {

    @Test
    void anImpliedGrantSaysSoUntilThePersonDecides() throws Exception {
        try (var served = ServedStore.start();
                var app = new Listening(served)) {
            var _ =
                    served.decisions.Remember(
                            "location",
                            "location",
                            "flatpak",
                            "org.a.App",
                            List.of("EXACT", "0"),
                            Listening.dictionary("implied", true, "decided-by", "policy"));
            assertThat(app.grant())
                    .containsEntry("implied", true)
                    .containsEntry("decided-by", "policy");

            app.revoke("app", "org.a.App");

            assertThat(app.grant())
                    .containsEntry("verdict", "deny")
                    .containsEntry("implied", false)
                    .containsEntry("decided-by", "person");
        }
    }
}
