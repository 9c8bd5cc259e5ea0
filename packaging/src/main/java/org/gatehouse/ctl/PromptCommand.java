package org.gatehouse.ctl;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.gatehouse.Permissions1;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Asks the waiting questions on the terminal.
///
/// Threads: the main thread asks; signals only wake it.
@Command(
        name = "prompt",
        description = {
            "Ask the questions that wait, one by one, on this terminal.",
            "For machines without a display, and for what could not be asked."
        })
final class PromptCommand implements Callable<Integer> {

    private final Context context;
    private final Set<Long> left = new HashSet<>();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean gone;

    @Option(
            names = {"-w", "--watch"},
            description = "Stay, and ask each new question as it comes.")
    private boolean watch;

    PromptCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!watch) {
            int asked = askAll();
            if (asked == 0) {
                context.screen().say("No question waits.");
            }
            return ExitStatus.FINE.number();
        }
        context.service().onGone(this::end);
        try (var _ =
                context.service().on(Permissions1.DeferredChanged.class, _ -> news.release())) {
            context.screen().say("Waiting for questions; Ctrl-C ends this.");
            while (!gone && askAll() >= 0) {
                context.screen().flush();
                news.acquire();
                news.drainPermits();
            }
        }
        return end();
    }

    private int end() {
        gone = true;
        news.release();
        return ExitStatus.NOT_REACHABLE.number();
    }

    /// Asks what has not been left for later in this run.
    ///
    /// @return how many were asked; -1 if the person wants no more
    private int askAll() {
        var permissions = context.service().permissions();
        var dialogue = new Dialogue(context, Fields.all(permissions.ListClasses()));
        int asked = 0;
        for (var question : Fields.all(permissions.ListDeferred())) {
            if (!left.add(question.number("question"))) {
                continue;
            }
            asked++;
            if (!dialogue.ask(question)) {
                return -1;
            }
        }
        return asked;
    }
}
