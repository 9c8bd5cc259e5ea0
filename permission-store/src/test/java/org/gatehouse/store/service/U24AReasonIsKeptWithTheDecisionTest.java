package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Requirement U24: what an app gave as its reason stands in the ledger beside the decision.
class U24AReasonIsKeptWithTheDecisionTest {

    @Test
    void andTheLedgerTellsIt() throws Exception {
        try (var served = ServedStore.start();
                var app = new Listening(served)) {
            var _ =
                    served.decisions.Remember(
                            "background",
                            "background",
                            "click",
                            "ubtms",
                            List.of("yes"),
                            Listening.dictionary("reason", "To sync your\nhours every minute."));

            var told = app.ledger(10, "app", "ubtms");

            assertThat(told).hasSize(1);
            assertThat(told.getFirst())
                    .containsEntry("event", "granted")
                    .containsEntry("text", "yes, the app said: To sync your hours every minute.");
        }
    }
}
