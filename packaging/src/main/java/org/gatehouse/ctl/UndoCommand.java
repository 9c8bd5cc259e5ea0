package org.gatehouse.ctl;

import java.util.concurrent.Callable;
import org.freedesktop.dbus.types.UInt64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes a change back.
@Command(
        name = "undo",
        description = "Take the last change back: what it changed becomes what it was before.")
final class UndoCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "N",
            description = "The change with this number in the ledger, instead of the last.")
    private long number;

    @Mixin private Format format = new Format();

    UndoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var permissions = context.service().permissions();
        var last = new Fields(permissions.LastChange());
        boolean isLast = number == 0 || number == last.number("sequence");
        if (number == 0 && last.number("sequence") == 0) {
            throw Failure.notFound("there is no change to undo");
        }
        // the one that was looked at, so that another tool's change is not undone in its place
        var sequence = permissions.Undo(new UInt64(number == 0 ? last.number("sequence") : number));
        if (format.isJson()) {
            context.screen().json(Sequences.answer(sequence));
            return ExitStatus.FINE.number();
        }
        context.screen().say("Undone: " + (isLast ? last.text("text") : "change " + number));
        return ExitStatus.FINE.number();
    }
}
