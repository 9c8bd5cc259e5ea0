package org.gatehouse.prompt.service;

import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;

/// Shows nothing and answers from a [Script].
final class ScriptedScreen implements PromptScreen {

    private final Script script;
    private final AtomicInteger asked = new AtomicInteger();

    ScriptedScreen(Script script) {
        this.script = script;
    }

    @Override
    public Shown show(Prompt prompt, Course<Answer> course) {
        var step = script.step(asked.getAndIncrement());
        Thread.startVirtualThread(() -> answer(step, prompt, course));
        return () -> {};
    }

    private static void answer(Script.Step step, Prompt prompt, Course<Answer> course) {
        switch (step.action()) {
            case ALLOW -> course.answered(Script.allowed(step, prompt));
            case DENY -> course.answered(new Answer.Denied());
            case DISMISS -> course.answered(new Answer.Dismissed());
            case TIMEOUT -> {}
        }
    }
}
