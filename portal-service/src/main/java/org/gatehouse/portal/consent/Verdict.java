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
    /// @param rank the level to ask for: at most what the app asked for
    /// @param held what the app already has, less than it asks for; null for nothing
    record Ask(int rank, StoredDecision.@Nullable Granted held) implements Verdict {}

    /// Not now: the question waits in a list. Nothing is stored.
    ///
    /// @param why a situation, `nobody` or `policy`
    record Defer(String why) implements Verdict {}

    /// Why, in the words of the ledger.
    enum Reason {
        LOCKDOWN("switched off for everybody"),
        LOCKED("locked by the administrator"),
        ACCURACY("no level of it is allowed"),
        RETIRED("allowed for everybody, and not asked any longer"),
        NEVER_ASK("apps may not ask for it"),
        NO_REASON("it gave no reason"),
        HOST_APP("a program outside any sandbox"),
        STORED("decided before"),
        IMPLIED("given to apps built for an older system"),
        POLICY("laid down by policy"),
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

        /// Whether it binds even those whom the person allowed something just this time.
        boolean binds() {
            return switch (this) {
                case LOCKDOWN, LOCKED, ACCURACY, STORED, STORE_UNREADABLE -> true;
                case RETIRED,
                        NEVER_ASK,
                        NO_REASON,
                        HOST_APP,
                        IMPLIED,
                        POLICY,
                        DEFAULT,
                        NOTHING_ASKED ->
                        false;
            };
        }
    }
}
