package org.gatehouse.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gatehouse.settings.Model.Message;
import org.gatehouse.settings.Model.Status;
import org.gatehouse.settings.Permissions.Failure;

/// Carries out what the person wants and shows what follows.
///
/// A change is shown at once, then made, then everything is read again: what is seen in the end is
/// what holds. Reads and changes run one after another on `work`, so that a change is never based
/// on less than what was read before it.
///
/// Threads: everything public is called on the screen's thread, which also keeps the [Model].
public final class SettingsSession {

    /// How many records are read at once.
    public static final int PAGE = 60;

    /// Days in the chart.
    public static final int DAYS = 14;

    private final Permissions permissions;
    private final Executor screen;
    private final Executor work;
    private final Consumer<Model> shown;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean readingHistory = new AtomicBoolean();
    private final AtomicInteger changes = new AtomicInteger();

    /// Own changes since the last reading; only on `work`.
    private final Map<GrantKey, Long> own = new HashMap<>();

    /// What the next change is based on; only on `work`.
    private long known;

    private Model model = Model.START;

    /// @param screen runs on the screen's thread
    /// @param work runs one after another, where calls may wait
    /// @param shown is given each new model, on the screen's thread
    public SettingsSession(
            Permissions permissions, Executor screen, Executor work, Consumer<Model> shown) {
        this.permissions = permissions;
        this.screen = screen;
        this.work = work;
        this.shown = shown;
    }

    /// Begins to read and to watch.
    public void start() {
        show(now -> now);
        work.execute(() -> permissions.watch(new Watching()));
        read();
    }

    public Model model() {
        return model;
    }

    // what is looked at

    /// Shows one of the pages at the top.
    public void open(Page page) {
        show(now -> now.at(page));
        readHistory();
    }

    /// Shows a page that belongs to the present one.
    public void deeper(Page page) {
        show(now -> now.deeper(page));
        readHistory();
    }

    /// Ends the search, or else goes back.
    public void back() {
        show(now -> now.isSearching() ? now.searching("") : now.back());
        readHistory();
    }

    public void search(String query) {
        show(now -> now.searching(query));
    }

    /// Reads records older than those that are shown.
    public void older() {
        var history = model.history();
        if (!history.loaded() || history.complete()) {
            return;
        }
        work.execute(() -> {
            try {
                var rows = permissions.ledger(history.filter(), history.oldest(), PAGE);
                later(now ->
                        now.history().oldest() == history.oldest()
                                        && now.history().filter().equals(history.filter())
                                ? now.with(now.history().withOlder(rows, PAGE))
                                : now);
            } catch (Failure e) {
                failed(e);
            }
        });
    }

    /// Tries again after the service was gone.
    public void retry() {
        show(now -> now.with(Status.LOADING));
        read();
    }

    // what is changed

    /// Decides for one permission of an app.
    public void decide(GrantRow grant, Decision decision) {
        var key = grant.key();
        var text = Phrases.done(grant, model.snapshot().permission(key.permission()), decision);
        show(now -> now.with(now.snapshot().after(key, decision)));
        change(text, () -> carryOut(key, decision));
    }

    private long carryOut(GrantKey key, Decision decision) throws Failure {
        long basedOn = Math.max(known, own.getOrDefault(key, 0L));
        var which = new Filter(key.permission(), Optional.of(key.app()));
        long made =
                switch (decision.verdict()) {
                    case ALLOW -> permissions.set(key, decision, basedOn);
                    case DENY -> permissions.revoke(which, basedOn);
                    case ASK, UNCLEAR -> permissions.forget(which, basedOn);
                };
        own.put(key, made);
        return made;
    }

    /// Takes everything back that an app was allowed.
    public void revokeAll(AppRow app) {
        change(
                "Everything taken back from " + app.name(),
                () -> permissions.revoke(Filter.of(app.key()), known));
    }

    /// Has an app ask for everything anew.
    public void forgetAll(AppRow app) {
        show(now -> now.with(now.snapshot().without(each -> each.key().app().equals(app.key()))));
        change(
                app.name() + " will ask again for everything",
                () -> permissions.forget(Filter.of(app.key()), known));
    }

    /// Takes a permission back from every app.
    public void revokeAll(PermissionInfo permission) {
        change(
                permission.name() + " taken back from every app",
                () -> permissions.revoke(Filter.of(permission.id()), known));
    }

    public void answer(WaitingQuestion question, Decision decision) {
        show(now -> now.with(now.snapshot().withoutQuestion(question.number())));
        var verb = decision.verdict() == Verdict.ALLOW ? " is allowed " : " is refused ";
        var what = model.snapshot().permission(question.key().permission()).name();
        change(
                question.name() + verb + what,
                () -> permissions.answer(question.number(), decision));
    }

    public void dismiss(WaitingQuestion question) {
        show(now -> now.with(now.snapshot().withoutQuestion(question.number())));
        change("The question is off the list", () -> permissions.dismiss(question.number()));
    }

    /// Takes back the change that is offered.
    public void undo() {
        model.message()
                .filter(message -> message.undo() > 0)
                .ifPresent(message ->
                        change(
                                "Undone",
                                () -> {
                                    permissions.undo(message.undo());
                                    return 0;
                                }));
    }

    /// Puts the line at the foot away.
    public void closeMessage() {
        show(Model::withoutMessage);
    }

    /// The person has read which grants went back to ask.
    public void unusedWasRead() {
        var unused = model.snapshot().unused();
        if (!unused.isEmpty()) {
            show(now -> now.with(now.snapshot().withoutUnused()));
            work.execute(() -> permissions.unusedWasRead(unused.getFirst().sequence()));
        }
    }

    /// A change: what it does, and the number it got.
    @FunctionalInterface
    private interface Change {
        long make() throws Failure;
    }

    private void change(String done, Change change) {
        changes.incrementAndGet();
        work.execute(() -> {
            try {
                long made = change.make();
                long undo = made > 0 && permissions.undoable().orElse(0L) == made ? made : 0;
                later(now -> now.with(new Message(done, undo)));
            } catch (Failure e) {
                failed(e);
            }
            // while more are on their way, what is read would show the state before them
            if (changes.decrementAndGet() == 0) {
                readNow();
            }
        });
    }

    private void failed(Failure failure) {
        switch (failure.kind()) {
            case GONE -> later(now -> now.with(Status.GONE));
            case REFUSED -> later(now -> now.with(Status.REFUSED));
            case CONFLICT ->
                    later(now ->
                            now.with(
                                    new Message(
                                            "Another program changed this meanwhile. Here is what"
                                                    + " holds now.",
                                            0)));
            case OTHER ->
                    later(now ->
                            now.with(new Message("That did not work: " + failure.getMessage(), 0)));
        }
    }

    // reading

    private void read() {
        if (reading.compareAndSet(false, true)) {
            work.execute(this::readNow);
        }
    }

    private void readNow() {
        reading.set(false);
        try {
            var snapshot = permissions.read();
            known = snapshot.sequence();
            own.clear();
            later(now -> now.with(snapshot).with(Status.READY));
            screen.execute(this::readHistory);
        } catch (Failure e) {
            failed(e);
        }
    }

    private void readHistory() {
        readingHistory.set(false);
        if (model.status() == Status.READY && model.page().past().isPresent()) {
            var filter = model.history().filter();
            int count = Math.max(PAGE, Math.min(model.history().rows().size(), 10 * PAGE));
            work.execute(() -> readHistory(filter, count));
        }
    }

    private void readHistory(Filter filter, int count) {
        try {
            List<LedgerRow> rows = permissions.ledger(filter, 0, count);
            var days = permissions.uses(filter, DAYS);
            later(now ->
                    now.history().filter().equals(filter)
                            ? now.with(History.first(filter, rows, days, count))
                            : now);
        } catch (Failure e) {
            failed(e);
        }
    }

    private void show(UnaryOperator<Model> next) {
        model = next.apply(model);
        shown.accept(model);
    }

    private void later(UnaryOperator<Model> next) {
        screen.execute(() -> show(next));
    }

    /// What other programs change is read again; the service's coming and going is shown.
    private final class Watching implements Permissions.Watcher {

        @Override
        public void changed() {
            read();
        }

        @Override
        public void recorded() {
            if (readingHistory.compareAndSet(false, true)) {
                screen.execute(SettingsSession.this::readHistory);
            }
        }

        @Override
        public void available(boolean is) {
            if (is) {
                read();
            } else {
                later(now -> now.with(Status.GONE));
            }
        }
    }
}
