package org.gatehouse.identity;

/// Tells when a peer leaves the bus.
@FunctionalInterface
interface Departures {

    /// Runs `gone` once the unique name `sender` has left; nothing more after the return is closed.
    Watch watch(String sender, Runnable gone);

    /// Ends the watching.
    @FunctionalInterface
    interface Watch {
        void end();
    }
}
