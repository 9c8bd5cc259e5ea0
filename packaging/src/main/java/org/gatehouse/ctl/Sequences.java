package org.gatehouse.ctl;

import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import picocli.CommandLine.Option;

/// The number that a change is based on, and the answer to one.
final class Sequences {

    @Option(
            names = "--based-on",
            paramLabel = "N",
            description =
                    "Refuse with status 4 if it was changed after ledger record N; gatehousectl"
                            + " grants --json tells the number.")
    private long basedOn;

    UInt64 orElse(long shown) {
        return new UInt64(basedOn == 0 ? shown : basedOn);
    }

    /// The answer to a change, as JSON.
    static Map<String, Object> answer(UInt64 sequence) {
        return Map.of("sequence", sequence);
    }
}
