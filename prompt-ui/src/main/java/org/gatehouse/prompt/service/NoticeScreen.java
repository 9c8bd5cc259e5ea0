package org.gatehouse.prompt.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;

/// Shows dialogs as they come, and notices where the desktop shows its notifications; where there
/// is no such place, in a window as well. A notice goes by itself when nobody answers it for long.
///
/// Threads: any.
final class NoticeScreen implements PromptScreen {

    private final PromptScreen windows;
    private final DesktopNotifications notifications;
    private final Duration patience;

    NoticeScreen(PromptScreen windows, DesktopNotifications notifications, Duration patience) {
        this.windows = windows;
        this.notifications = notifications;
        this.patience = patience;
    }

    @Override
    public Shown show(Prompt prompt, Course<Answer> course) {
        return switch (prompt.manner()) {
            case MODAL, MODELESS -> windows.show(prompt, course);
            case NOTICE -> notice(prompt, course);
        };
    }

    private Shown notice(Prompt prompt, Course<Answer> course) {
        var late = new LateShown();
        Thread.startVirtualThread(() -> {
            var shown =
                    notifications
                            .show(prompt, course)
                            .orElseGet(() -> windows.show(prompt, course));
            late.is(shown);
        });
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> expire(late, course));
        return late;
    }

    /// One that was answered or taken away is closed by now.
    private static void expire(LateShown shown, Course<Answer> course) {
        if (!shown.isClosed()) {
            course.answered(new Answer.Dismissed());
        }
    }
}
