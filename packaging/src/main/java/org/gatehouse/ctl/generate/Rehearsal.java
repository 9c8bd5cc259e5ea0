package org.gatehouse.ctl.generate;

import java.util.List;
import org.gatehouse.ctl.Gatehousectl;

/// Runs what people run most, in one process, so that an AOT cache learns it. The build calls it.
///
/// What the commands answer does not matter: the service may hold nothing.
final class Rehearsal {

    private static final List<String> COMMANDS =
            List.of(
                    "apps",
                    "grants",
                    "grants org.gatehouse.Training",
                    "classes",
                    "classes location",
                    "set org.gatehouse.Training location allow --level city --for 2h",
                    "grants",
                    "apps",
                    "show org.gatehouse.Training",
                    "grants --json",
                    "revoke org.gatehouse.Training location",
                    "undo",
                    "forget org.gatehouse.Training",
                    "ledger -n 20",
                    "ledger --kind admin --since 1h --json",
                    "deferred",
                    "prompt",
                    "using",
                    "running",
                    "situation",
                    "explain org.gatehouse.Training location",
                    "doctor",
                    "version",
                    "--help",
                    "grants --help",
                    "no-such-command");

    private Rehearsal() {}

    /// @param arguments none
    public static void main(String[] arguments) {
        for (var command : COMMANDS) {
            Gatehousectl.run(System.getenv(), command.split(" "));
        }
        Runtime.getRuntime().halt(0);
    }
}
