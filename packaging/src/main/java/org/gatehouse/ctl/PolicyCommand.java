package org.gatehouse.ctl;

import picocli.CommandLine.Command;

/// What has to do with policy.
@Command(
        name = "policy",
        description = "Check files of policy, and explain what the rules say.",
        synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand implements Runnable {

    PolicyCommand() {}

    @Override
    public void run() {
        throw Failure.usage(
                "say what to do: gatehousectl policy check FILE, or policy explain APP CLASS");
    }
}
