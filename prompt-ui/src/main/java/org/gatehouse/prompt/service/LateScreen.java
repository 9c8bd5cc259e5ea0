package org.gatehouse.prompt.service;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.prompt.files.FileScreen;
import org.jspecify.annotations.Nullable;

/// A screen that is opened when the first question is to be shown, since opening it costs much more
/// memory than all the rest.
///
/// Threads: any; the screen is opened on a platform thread.
final class LateScreen implements PromptScreen, FileScreen {

    private final Supplier<Windows> opening;
    private final Consumer<Throwable> failed;
    private @Nullable CompletableFuture<Windows> screen;

    /// @param opening blocks until the screen is open, or throws
    /// @param failed told if it throws; what was to be shown is dismissed then
    LateScreen(Supplier<Windows> opening, Consumer<Throwable> failed) {
        this.opening = opening;
        this.failed = failed;
    }

    @Override
    public Shown show(Prompt prompt, Course<Answer> course) {
        return show(open -> open.prompts().show(prompt, course), course, new Answer.Dismissed());
    }

    @Override
    public Shown show(FileQuestion question, Course<FileAnswer> course) {
        return show(
                open -> open.files().show(question, course), course, new FileAnswer.Dismissed());
    }

    private <A> Shown show(Function<Windows, Shown> showing, Course<A> course, A dismissed) {
        var late = new LateShown();
        var _ =
                opened().whenComplete((open, failure) -> {
                    if (failure != null) {
                        course.answered(dismissed);
                    } else if (!late.isClosed()) {
                        late.is(showing.apply(open));
                    }
                });
        return late;
    }

    /// Whether it is open, or about to be.
    synchronized boolean isOpen() {
        return screen != null;
    }

    private synchronized CompletableFuture<Windows> opened() {
        var opened = screen;
        if (opened == null) {
            opened = CompletableFuture.supplyAsync(opening, Thread.ofPlatform().daemon()::start);
            screen = opened;
            var _ = opened.exceptionally(this::fail);
        }
        return opened;
    }

    private @Nullable Windows fail(Throwable reason) {
        failed.accept(reason);
        return null;
    }
}
