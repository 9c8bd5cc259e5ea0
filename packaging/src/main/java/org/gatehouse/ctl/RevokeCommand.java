package org.gatehouse.ctl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Takes permissions back.
@Command(
        name = "revoke",
        description = {
            "Take permissions back: what was allowed is refused from now on, without a question.",
            "A running app loses it at once."
        },
        footer = {
            "",
            "Examples:",
            "  gatehousectl revoke org.gnome.Maps location",
            "  gatehousectl revoke org.gnome.Maps           all of one app",
            "  gatehousectl revoke --class camera           of all apps"
        })
final class RevokeCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private Withdrawal withdrawal = new Withdrawal();

    RevokeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return withdrawal.run(
                context,
                "take back",
                "Taken back: %s. It is refused from now on.",
                (which, basedOn) ->
                        context.service().permissions().Revoke(which.toWire(), basedOn));
    }
}
