package org.gatehouse.store.service;

import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Write;

/// Begins and ends situations: says so in the ledger and to whoever looks at the property.
///
/// Threads: the sender's queue; waits until the ledger has it.
final class SituationSwitch {

    private final Situations situations;
    private final Served served;
    private final Consumer<List<String>> changed;

    /// @param changed told of the situations that hold now
    SituationSwitch(Situations situations, Served served, Consumer<List<String>> changed) {
        this.situations = situations;
        this.served = served;
        this.changed = changed;
    }

    /// @throws org.gatehouse.protocol.PortalException `InvalidArgument` for a word that cannot name
    ///   one, `AccessDenied` to a caller that may not write
    void set(String situation, boolean active) {
        served.requireWriter();
        if (!situations.set(situation, active)) {
            return;
        }
        changed.accept(situations.now());
        var text = "situation %s %s".formatted(situation, active ? "begins" : "ends");
        var _ =
                served.change(
                        new Write.Note(LedgerEvent.aboutTheStore(LedgerEvent.Kind.SET, text)));
    }
}
