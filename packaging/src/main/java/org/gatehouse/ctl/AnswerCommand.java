package org.gatehouse.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import org.freedesktop.dbus.types.UInt64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Answers a question that waits.
@Command(
        name = "answer",
        description = "Answer a question that waits; the app's next try gets the answer.")
final class AnswerCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            index = "0",
            paramLabel = "QUESTION",
            description = "Its number, as gatehousectl deferred lists it.")
    private long question;

    @Parameters(
            index = "1",
            paramLabel = "VERDICT",
            completionCandidates = Verdicts.class,
            description =
                    "allow, deny, ask (each time), or dismiss, which only takes it off the list.")
    private String verdict = "";

    @Mixin private GrantChoice choice = new GrantChoice();
    @Mixin private Format format = new Format();

    AnswerCommand(Context context) {
        this.context = context;
    }

    /// What may be typed.
    static final class Verdicts extends Words {
        Verdicts() {
            super(List.of("allow", "deny", "ask", "dismiss"));
        }
    }

    @Override
    public Integer call() {
        var answer = choice.toWire(verdict, context.times());
        var sequence = context.service().permissions().AnswerDeferred(new UInt64(question), answer);
        if (format.isJson()) {
            context.screen().json(Sequences.answer(sequence));
        } else {
            context.screen().say("Answered: question " + question + ", " + verdict + ".");
        }
        return ExitStatus.FINE.number();
    }
}
