package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.Lifespan;

/// How a question ended.
public sealed interface Answer {

    /// The person said yes.
    ///
    /// @param rank the level chosen, 1 to the one asked for
    record Granted(int rank, Lifespan lifespan) implements Answer {}

    /// The person said no.
    record Refused() implements Answer {}

    /// The person ended the dialog without an answer.
    record Dismissed() implements Answer {}

    /// No answer could be had: no backend, a backend that failed, too many questions.
    ///
    /// @param why for the log and the ledger
    record Unanswered(String why) implements Answer {}
}
