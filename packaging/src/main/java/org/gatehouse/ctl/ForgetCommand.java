package org.gatehouse.ctl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Removes decisions.
@Command(
        name = "forget",
        description = "Forget decisions, yes and no alike: the next use asks again.",
        footer = {
            "",
            "Examples:",
            "  gatehousectl forget org.gnome.Maps location",
            "  gatehousectl forget org.gnome.Maps           all of one app"
        })
final class ForgetCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private Withdrawal withdrawal = new Withdrawal();

    ForgetCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return withdrawal.run(
                context,
                "forget",
                "Forgotten: %s. The next use asks again.",
                (which, basedOn) ->
                        context.service().permissions().Forget(which.toWire(), basedOn));
    }
}
