package org.gatehouse.portal.consent;

import java.util.Map;

/// What became of one request for a resource.
public sealed interface Admission {

    /// The app may use it, up to a level.
    ///
    /// @param rank the level allowed, at most what was asked for
    /// @param basis why; a change of it concerns whoever uses the resource because of it
    /// @param along what the person said just now of each class that was asked for along with it;
    ///   empty where nobody was asked
    record Admitted(int rank, Basis basis, Map<String, Boolean> along) implements Admission {

        public Admitted {
            along = Map.copyOf(along);
        }
    }

    /// Refused, now or before, or dismissed by the person.
    record Refused() implements Admission {}

    /// Nobody could decide, or not now: the question waits for an answer.
    ///
    /// @param why as in [Verdict.Defer], or what failed
    record Undecided(String why) implements Admission {

        /// Whether there is nothing that could show a question, now or when started.
        public boolean forWantOfAnybody() {
            return why.equals(Deferrals.NOBODY);
        }
    }
}
