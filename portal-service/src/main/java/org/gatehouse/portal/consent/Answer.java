package org.gatehouse.portal.consent;

import java.util.Map;
import org.gatehouse.catalogue.Lifespan;

/// How a question ended.
public sealed interface Answer {

    /// The person said yes.
    ///
    /// @param rank the level chosen, 1 to the one asked for
    /// @param along id of each class that was asked for along with it → whether that is granted too
    record Granted(int rank, Lifespan lifespan, Map<String, Boolean> along) implements Answer {

        public Granted {
            along = Map.copyOf(along);
        }
    }

    /// The person said no.
    record Refused() implements Answer {}

    /// The person ended the dialog without an answer.
    record Dismissed() implements Answer {}

    /// No answer could be had: a backend that failed, too many questions.
    ///
    /// @param why for the log and the ledger
    record Unanswered(String why) implements Answer {}

    /// There is nobody who could show the question: it is for later.
    record Nobody() implements Answer {}
}
