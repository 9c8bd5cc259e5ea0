package org.gatehouse.settings;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.settings.Model.Status;
import org.gatehouse.settings.Permissions.Failure;

/// Reads what is shown, and again whenever it has changed. However often it changes, at most one
/// reading of a kind waits.
///
/// Threads: [#older] and [#history] belong to the screen's thread; [#everythingNow] is called where
/// reads and changes run; the others are for any.
final class Readings {

    private final Permissions permissions;
    private final Showing showing;
    private final Basis basis;
    private final Executor work;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean readingRunning = new AtomicBoolean();
    private final AtomicBoolean readingHistory = new AtomicBoolean();

    /// @param work runs one after another, where calls may wait
    Readings(Permissions permissions, Showing showing, Basis basis, Executor work) {
        this.permissions = permissions;
        this.showing = showing;
        this.basis = basis;
        this.work = work;
    }

    /// Begins to read and to watch.
    void start() {
        work.execute(() -> permissions.watch(new Watching()));
        everything();
    }

    void everything() {
        if (reading.compareAndSet(false, true)) {
            work.execute(this::everythingNow);
        }
    }

    void everythingNow() {
        reading.set(false);
        try {
            var snapshot = permissions.read();
            basis.read(snapshot.sequence());
            showing.later(now -> now.with(snapshot).with(Status.READY));
            showing.then(this::history);
        } catch (Failure e) {
            showing.failed(e);
        }
    }

    private void running() {
        if (readingRunning.compareAndSet(false, true)) {
            work.execute(this::runningNow);
        }
    }

    private void runningNow() {
        readingRunning.set(false);
        try {
            var running = permissions.running();
            showing.later(now -> now.with(now.snapshot().withRunning(running)));
        } catch (Failure e) {
            showing.failed(e);
        }
    }

    /// Reads the history that belongs on the page, if one does.
    void history() {
        readingHistory.set(false);
        var model = showing.model();
        if (model.status() == Status.READY && model.page().past().isPresent()) {
            var filter = model.history().filter();
            int most = 10 * SettingsSession.PAGE;
            int count = Math.clamp(model.history().rows().size(), SettingsSession.PAGE, most);
            work.execute(() -> history(filter, count));
        }
    }

    private void history(Filter filter, int count) {
        try {
            List<LedgerRow> rows = permissions.ledger(filter, 0, count);
            var days = permissions.uses(filter, SettingsSession.DAYS);
            showing.later(now ->
                    now.history().filter().equals(filter)
                            ? now.with(History.first(filter, rows, days, count))
                            : now);
        } catch (Failure e) {
            showing.failed(e);
        }
    }

    /// Reads records older than those that are shown.
    void older() {
        var history = showing.model().history();
        if (history.loaded() && !history.complete()) {
            work.execute(() -> older(history));
        }
    }

    private void older(History history) {
        try {
            int page = SettingsSession.PAGE;
            var rows = permissions.ledger(history.filter(), history.oldest(), page);
            showing.later(now ->
                    now.history().oldest() == history.oldest()
                                    && now.history().filter().equals(history.filter())
                            ? now.with(now.history().withOlder(rows, page))
                            : now);
        } catch (Failure e) {
            showing.failed(e);
        }
    }

    /// What other programs change is read again; the service's coming and going is shown.
    private final class Watching implements Permissions.Watcher {

        @Override
        public void changed() {
            everything();
        }

        @Override
        public void ran() {
            running();
        }

        @Override
        public void recorded() {
            if (readingHistory.compareAndSet(false, true)) {
                showing.then(Readings.this::history);
            }
        }

        @Override
        public void available(boolean is) {
            if (is) {
                everything();
            } else {
                showing.later(now -> now.with(Status.GONE));
            }
        }
    }
}
