package org.gatehouse.settings;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.settings.Model.Message;
import org.gatehouse.settings.Permissions.Failure;

/// Makes the changes that the person wants.
///
/// A change is shown at once, then made, then everything is read again: what is seen in the end is
/// what holds.
///
/// Threads: everything public is called on the screen's thread.
public final class Changes {

    private final Permissions permissions;
    private final Showing showing;
    private final Readings readings;
    private final Basis basis;
    private final Executor work;
    private final AtomicInteger underway = new AtomicInteger();

    /// @param work runs one after another, where calls may wait
    Changes(
            Permissions permissions,
            Showing showing,
            Readings readings,
            Basis basis,
            Executor work) {
        this.permissions = permissions;
        this.showing = showing;
        this.readings = readings;
        this.basis = basis;
        this.work = work;
    }

    /// Decides for one permission of an app.
    public void decide(GrantRow grant, Decision decision) {
        var key = grant.key();
        var text = Phrases.done(grant, permission(key), decision);
        showing.now(now -> now.with(now.snapshot().after(key, decision)));
        change(text, () -> carryOut(key, decision));
    }

    private PermissionInfo permission(GrantKey key) {
        return showing.model().snapshot().permission(key.permission());
    }

    private long carryOut(GrantKey key, Decision decision) throws Failure {
        long basedOn = basis.of(key);
        var which = new Filter(key.permission(), Optional.of(key.app()));
        long made =
                switch (decision.verdict()) {
                    case ALLOW -> permissions.set(key, decision, basedOn);
                    case DENY -> permissions.revoke(which, basedOn);
                    case ASK, UNCLEAR -> permissions.forget(which, basedOn);
                };
        basis.made(key, made);
        return made;
    }

    /// Takes everything back that an app was allowed.
    public void revokeAll(AppRow app) {
        change(
                "Everything taken back from " + app.name(),
                () -> permissions.revoke(Filter.of(app.key()), basis.known()));
    }

    /// Has an app ask for everything anew.
    public void forgetAll(AppRow app) {
        var key = app.key();
        showing.now(now -> now.with(now.snapshot().without(each -> each.key().app().equals(key))));
        change(
                app.name() + " will ask again for everything",
                () -> permissions.forget(Filter.of(key), basis.known()));
    }

    /// Takes a permission back from every app.
    public void revokeAll(PermissionInfo permission) {
        change(
                permission.name() + " taken back from every app",
                () -> permissions.revoke(Filter.of(permission.id()), basis.known()));
    }

    public void answer(WaitingQuestion question, Decision decision) {
        showing.now(now -> now.with(now.snapshot().withoutQuestion(question.number())));
        var verb = decision.verdict() == Verdict.ALLOW ? " is allowed " : " is refused ";
        change(
                question.name() + verb + permission(question.key()).name(),
                () -> permissions.answer(question.number(), decision));
    }

    public void dismiss(WaitingQuestion question) {
        showing.now(now -> now.with(now.snapshot().withoutQuestion(question.number())));
        change("The question is off the list", () -> permissions.dismiss(question.number()));
    }

    /// Takes back the change that is offered.
    public void undo() {
        long offered = showing.model().message().map(Message::undo).orElse(0L);
        if (offered > 0) {
            change(
                    "Undone",
                    () -> {
                        permissions.undo(offered);
                        return 0;
                    });
        }
    }

    /// The person has read which grants went back to ask.
    public void unusedWasRead() {
        var unused = showing.model().snapshot().unused();
        if (!unused.isEmpty()) {
            showing.now(now -> now.with(now.snapshot().withoutUnused()));
            work.execute(() -> permissions.unusedWasRead(unused.getFirst().sequence()));
        }
    }

    /// Ends what runs. That changes no permission, and cannot be undone.
    public void stop(RunningApp app) {
        showing.now(now -> now.stopping(app.instance()));
        work.execute(() -> {
            try {
                boolean runs = permissions.stop(app.key(), app.instance());
                showing.say(app.name() + (runs ? " is asked to end" : " has ended already"));
            } catch (Failure e) {
                showing.later(now -> now.notStopping(app.instance()));
                showing.failed(e);
            }
        });
    }

    /// A change: what it does, and the number it got.
    @FunctionalInterface
    private interface Change {
        long make() throws Failure;
    }

    private void change(String done, Change change) {
        underway.incrementAndGet();
        work.execute(() -> {
            try {
                long made = change.make();
                long undo = made > 0 && permissions.undoable().orElse(0L) == made ? made : 0;
                showing.later(now -> now.with(new Message(done, undo)));
            } catch (Failure e) {
                showing.failed(e);
            }
            // while more are on their way, what is read would show the state before them
            if (underway.decrementAndGet() == 0) {
                readings.everythingNow();
            }
        });
    }
}
