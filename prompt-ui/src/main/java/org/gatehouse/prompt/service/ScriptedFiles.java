package org.gatehouse.prompt.service;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gatehouse.prompt.Answer.Selection;
import org.gatehouse.prompt.PromptScreen.Course;
import org.gatehouse.prompt.PromptScreen.Shown;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.prompt.files.FileScreen;
import org.gatehouse.protocol.HostPath;

/// Shows nothing and picks what a [Script] says: `allow:0=/home/ada/notes,writable=true`. The files
/// are numbered from 0; for [FileMode.SaveFiles] it is the folder. Files are counted apart from the
/// other questions. A step without files, and `deny`, is a closed window.
final class ScriptedFiles implements FileScreen {

    private final Script script;
    private final AtomicInteger asked = new AtomicInteger();

    ScriptedFiles(Script script) {
        this.script = script;
    }

    @Override
    public Shown show(FileQuestion question, Course<FileAnswer> course) {
        var step = script.step(asked.getAndIncrement());
        Thread.startVirtualThread(() -> answer(step, question, course));
        return () -> {};
    }

    private static void answer(Script.Step step, FileQuestion question, Course<FileAnswer> course) {
        switch (step.action()) {
            case ALLOW -> course.answered(picked(step, question));
            case DENY -> course.answered(new FileAnswer.Cancelled());
            case DISMISS -> course.answered(new FileAnswer.Dismissed());
            case TIMEOUT -> {}
        }
    }

    private static FileAnswer picked(Script.Step step, FileQuestion question) {
        var paths = paths(step, question.mode());
        if (paths.isEmpty()) {
            return new FileAnswer.Cancelled();
        }
        var choices =
                question.offer().choices().stream()
                        .map(choice ->
                                new Selection(
                                        choice.id(),
                                        step.selections()
                                                .getOrDefault(choice.id(), choice.selected())))
                        .toList();
        boolean writable = "true".equals(step.selections().get("writable"));
        return new FileAnswer.Picked(paths, writable, choices, question.offer().current());
    }

    private static List<HostPath> paths(Script.Step step, FileMode mode) {
        var picked =
                IntStream.range(0, step.selections().size())
                        .mapToObj(number -> step.selections().getOrDefault("" + number, ""))
                        .flatMap(text ->
                                HostPath.parse(text.getBytes(StandardCharsets.UTF_8)).stream())
                        .toList();
        return mode instanceof FileMode.SaveFiles(var names) && !picked.isEmpty()
                ? names.stream().map(picked.getFirst()::child).toList()
                : picked;
    }
}
