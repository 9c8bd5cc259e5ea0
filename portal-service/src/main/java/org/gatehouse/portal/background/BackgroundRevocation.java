package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.gatehouse.portal.backend.RevocationWatch;

/// Has entries removed and instances stopped when what is stored about apps has changed.
///
/// Threads: one of the bus layer, which is not held up: the review runs on one of its own.
final class BackgroundRevocation implements RevocationWatch.Listener {

    private final AutostartReview review;
    private final BackgroundWatch watch;

    @Inject
    BackgroundRevocation(AutostartReview review, BackgroundWatch watch) {
        this.review = review;
        this.watch = watch;
    }

    @Override
    public void changed(Map<String, List<String>> rows) {
        reviewSoon();
        watch.decisionsChanged();
    }

    @Override
    public void storeReturned() {
        reviewSoon();
        watch.judgeAgain();
    }

    void reviewSoon() {
        Thread.ofVirtual().name("autostart-review").start(this::reviewNow);
    }

    private void reviewNow() {
        try {
            review.review();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
