package org.gatehouse.settings.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.DayUse;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.GrantKey;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.LedgerRow;
import org.gatehouse.settings.Permissions;
import org.gatehouse.settings.Permissions.Failure.Kind;
import org.gatehouse.settings.RunningApp;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.Verdict;
import org.jspecify.annotations.Nullable;

/// Keeps permissions in memory, numbers changes and finds conflicts as the service does, and
/// remembers what it was called for.
public final class FakePermissions implements Permissions {

    public final List<String> calls = new CopyOnWriteArrayList<>();

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private Snapshot snapshot;
    private Snapshot before;
    private List<LedgerRow> ledger = List.of();
    private List<DayUse> days = List.of();
    private long undoable;
    private @Nullable Kind failure;

    public FakePermissions(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.before = snapshot;
    }

    public synchronized FakePermissions with(List<LedgerRow> rows, List<DayUse> uses) {
        ledger = List.copyOf(rows);
        days = List.copyOf(uses);
        return this;
    }

    /// Fails from now on, or with null works again.
    public synchronized void fail(@Nullable Kind kind) {
        failure = kind;
    }

    public void comesOrGoes(boolean is) {
        watchers.forEach(watcher -> watcher.available(is));
    }

    /// Another program changes something.
    public void changedElsewhere(GrantRow grant) {
        synchronized (this) {
            snapshot = replaced(grant.key()::equals, grant);
        }
        watchers.forEach(Watcher::changed);
    }

    /// Holds different things from now on, and says so.
    public void holds(Snapshot other) {
        synchronized (this) {
            snapshot = other;
        }
        watchers.forEach(Watcher::changed);
    }

    /// Other things run from now on, and that is said.
    public void runs(List<RunningApp> running) {
        synchronized (this) {
            snapshot = withRunning(running);
        }
        watchers.forEach(Watcher::ran);
    }

    public synchronized Snapshot now() {
        return snapshot;
    }

    @Override
    public synchronized Snapshot read() throws Failure {
        check();
        return snapshot;
    }

    @Override
    public synchronized List<RunningApp> running() throws Failure {
        check();
        calls.add("running");
        return snapshot.running();
    }

    @Override
    public synchronized boolean stop(AppKey app, String instance) throws Failure {
        check();
        calls.add("stop " + app.app() + " " + instance);
        return snapshot.runningOf(app).stream().anyMatch(each -> each.instance().equals(instance));
    }

    @Override
    public synchronized long set(GrantKey key, Decision decision, long basedOn) throws Failure {
        check(basedOn);
        calls.add(
                "set "
                        + key.permission()
                        + " "
                        + key.app().app()
                        + " "
                        + decision.verdict().word()
                        + " "
                        + decision.level()
                        + " "
                        + decision.lifespan());
        var row = snapshot.grant(key).orElseGet(() -> GrantRow.undecided(key, key.app().app()));
        return change(replaced(key::equals, changed(row, decision)));
    }

    @Override
    public synchronized long revoke(Filter which, long basedOn) throws Failure {
        check(basedOn);
        calls.add("revoke " + text(which));
        var grants = new ArrayList<GrantRow>();
        for (var grant : snapshot.grants()) {
            grants.add(isMeant(which, grant) ? changed(grant, Decision.deny()) : grant);
        }
        return change(withGrants(grants));
    }

    @Override
    public synchronized long forget(Filter which, long basedOn) throws Failure {
        check(basedOn);
        calls.add("forget " + text(which));
        return change(
                withGrants(
                        snapshot.grants().stream().filter(each -> !isMeant(which, each)).toList()));
    }

    @Override
    public synchronized long undo(long sequence) throws Failure {
        check();
        calls.add("undo " + sequence);
        return change(before);
    }

    @Override
    public synchronized Optional<Long> undoable() {
        return undoable == 0 ? Optional.empty() : Optional.of(undoable);
    }

    @Override
    public synchronized long answer(long question, Decision decision) throws Failure {
        check();
        calls.add("answer " + question + " " + decision.verdict().word() + " " + decision.level());
        return withoutQuestion(question);
    }

    @Override
    public synchronized long dismiss(long question) throws Failure {
        check();
        calls.add("dismiss " + question);
        return withoutQuestion(question);
    }

    private long withoutQuestion(long question) {
        var rest = snapshot.waiting().stream().filter(each -> each.number() != question).toList();
        return change(
                new Snapshot(
                        snapshot.permissions(),
                        snapshot.apps(),
                        snapshot.grants(),
                        snapshot.uses(),
                        snapshot.running(),
                        rest,
                        snapshot.unused(),
                        snapshot.sequence()));
    }

    @Override
    public synchronized List<LedgerRow> ledger(Filter filter, long before, int count)
            throws Failure {
        check();
        return ledger.stream()
                .filter(row -> before == 0 || row.sequence() < before)
                .filter(row ->
                        filter.permission().isEmpty()
                                || filter.permission().equals(row.key().permission()))
                .filter(row -> filter.app().isEmpty() || filter.app().get().equals(row.key().app()))
                .limit(count)
                .toList();
    }

    @Override
    public synchronized List<DayUse> uses(Filter filter, int last) throws Failure {
        check();
        return days.stream()
                .filter(day ->
                        filter.permission().isEmpty()
                                || filter.permission().equals(day.permission()))
                .toList();
    }

    @Override
    public void unusedWasRead(long sequence) {
        calls.add("unused " + sequence);
    }

    @Override
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    private void check() throws Failure {
        if (failure != null) {
            throw new Failure(failure, "as told", new IllegalStateException());
        }
    }

    private void check(long basedOn) throws Failure {
        check();
        if (basedOn < snapshot.sequence()) {
            throw new Failure(Kind.CONFLICT, "changed meanwhile", new IllegalStateException());
        }
    }

    private long change(Snapshot after) {
        before = snapshot;
        undoable = snapshot.sequence() + 1;
        snapshot =
                new Snapshot(
                        after.permissions(),
                        after.apps(),
                        after.grants(),
                        after.uses(),
                        after.running(),
                        after.waiting(),
                        after.unused(),
                        undoable);
        return undoable;
    }

    private Snapshot replaced(Predicate<GrantKey> which, GrantRow by) {
        return withGrants(
                snapshot.grants().stream()
                        .map(each -> which.test(each.key()) ? by : each)
                        .toList());
    }

    private Snapshot withGrants(List<GrantRow> grants) {
        return new Snapshot(
                snapshot.permissions(),
                snapshot.apps(),
                grants,
                snapshot.uses(),
                snapshot.running(),
                snapshot.waiting(),
                snapshot.unused(),
                snapshot.sequence() + 1);
    }

    private Snapshot withRunning(List<RunningApp> running) {
        return new Snapshot(
                snapshot.permissions(),
                snapshot.apps(),
                snapshot.grants(),
                snapshot.uses(),
                running,
                snapshot.waiting(),
                snapshot.unused(),
                snapshot.sequence());
    }

    private static GrantRow changed(GrantRow row, Decision decision) {
        return new GrantRow(
                row.key(),
                row.name(),
                decision.verdict(),
                decision.verdict() == Verdict.ALLOW ? decision.level() : "",
                decision.lifespan(),
                decision.until(),
                row.history(),
                false,
                row.inUse() && decision.verdict() == Verdict.ALLOW);
    }

    private static boolean isMeant(Filter which, GrantRow grant) {
        return (which.permission().isEmpty() || which.permission().equals(grant.key().permission()))
                && (which.app().isEmpty() || which.app().get().equals(grant.key().app()));
    }

    private static String text(Filter which) {
        return which.permission() + " " + which.app().map(key -> key.app()).orElse("*");
    }
}
