package org.gatehouse.settings;

import java.util.List;
import java.util.Optional;

/// What keeps the permissions: read, changed and watched from here. Calls wait; threads: any.
///
/// Each change takes the number of the newest ledger record that the person could know of, and
/// returns the number of its own, 0 if there was nothing to do.
public interface Permissions {

    /// Everything that holds.
    ///
    /// @throws Failure if it cannot be read
    Snapshot read() throws Failure;

    /// The apps that run at this moment, longest first.
    List<RunningApp> running() throws Failure;

    /// Asks an instance of an app to end; it is ended after some seconds.
    ///
    /// @return false if it does not run any more
    boolean stop(AppKey app, String instance) throws Failure;

    /// Decides for one app.
    long set(GrantKey key, Decision decision, long basedOn) throws Failure;

    /// Takes back: one permission of an app, or all of it.
    long revoke(Filter which, long basedOn) throws Failure;

    /// Has the next use ask again.
    long forget(Filter which, long basedOn) throws Failure;

    /// Takes a change back.
    long undo(long sequence) throws Failure;

    /// The number of the newest change that can be undone.
    Optional<Long> undoable() throws Failure;

    /// Answers a question that waits.
    long answer(long question, Decision decision) throws Failure;

    /// Takes a question off the list.
    long dismiss(long question) throws Failure;

    /// Ledger records before one, or the newest with 0; at most `count`, newest first.
    List<LedgerRow> ledger(Filter filter, long before, int count) throws Failure;

    /// Uses of the last days.
    List<DayUse> uses(Filter filter, int days) throws Failure;

    /// The person has read which grants went back to ask.
    ///
    /// @param sequence of the newest of them
    void unusedWasRead(long sequence);

    /// Tells from now on when something has changed.
    void watch(Watcher watcher);

    /// Is told what has changed, on any thread.
    interface Watcher {

        /// What holds, what is used now or what waits.
        void changed();

        /// What runs, or whether it has a window.
        void ran();

        /// There are new ledger records.
        void recorded();

        /// The service has come or gone.
        void available(boolean is);
    }

    /// Why a call failed.
    final class Failure extends Exception {

        private static final long serialVersionUID = 1;

        private final Kind kind;

        /// What the window does about it.
        public enum Kind {
            /// Somebody else has changed it meanwhile.
            CONFLICT,
            /// Nobody answers.
            GONE,
            /// This program may not.
            REFUSED,
            /// Anything else.
            OTHER
        }

        public Failure(Kind kind, String message, Throwable cause) {
            super(message, cause);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }
}
