package org.gatehouse.portal.consent;

import org.jspecify.annotations.Nullable;

/// What [ConsentPolicy#decide] says.
public sealed interface Verdict {

    /// Go ahead, up to a level.
    ///
    /// @param rank the level allowed: at most what was asked for
    record Allow(int rank, Reason reason) implements Verdict {}

    record Deny(Reason reason) implements Verdict {}

    /// The person has to answer.
    ///
    /// @param held what the app already has, less than it asks for; null for nothing
    record Ask(StoredDecision.@Nullable Granted held) implements Verdict {}

    /// Why, in the words of the ledger.
    enum Reason {
        LOCKDOWN("switched off for everybody"),
        NEVER_ASK("apps may not ask for it"),
        HOST_APP("a program outside any sandbox"),
        STORED("decided before"),
        DEFAULT("the default of this kind of permission"),
        NOTHING_ASKED("nothing was asked for"),
        STORE_UNREADABLE("the permission store did not answer");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
