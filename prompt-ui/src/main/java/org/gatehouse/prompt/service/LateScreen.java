package org.gatehouse.prompt.service;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;
import org.jspecify.annotations.Nullable;

/// A screen that is opened when the first question is to be shown, since opening it costs much more
/// memory than all the rest.
///
/// Threads: any; the screen is opened on a platform thread.
final class LateScreen implements PromptScreen {

    private final Supplier<PromptScreen> opening;
    private final Consumer<Throwable> failed;
    private @Nullable CompletableFuture<PromptScreen> screen;

    /// @param opening blocks until the screen is open, or throws
    /// @param failed told if it throws; what was to be shown is dismissed then
    LateScreen(Supplier<PromptScreen> opening, Consumer<Throwable> failed) {
        this.opening = opening;
        this.failed = failed;
    }

    @Override
    public Shown show(Prompt prompt, Course course) {
        var late = new LateShown();
        var _ =
                opened().whenComplete((open, failure) -> {
                    if (failure != null) {
                        course.answered(new Answer.Dismissed());
                    } else if (!late.isClosed()) {
                        late.is(open.show(prompt, course));
                    }
                });
        return late;
    }

    /// Whether it is open, or about to be.
    synchronized boolean isOpen() {
        return screen != null;
    }

    private synchronized CompletableFuture<PromptScreen> opened() {
        var opened = screen;
        if (opened == null) {
            opened = CompletableFuture.supplyAsync(opening, Thread.ofPlatform().daemon()::start);
            screen = opened;
            var _ = opened.exceptionally(this::fail);
        }
        return opened;
    }

    private @Nullable PromptScreen fail(Throwable reason) {
        failed.accept(reason);
        return null;
    }
}
