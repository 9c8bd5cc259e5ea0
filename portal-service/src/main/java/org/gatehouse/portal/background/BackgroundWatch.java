package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.SandboxKind;
import org.gatehouse.role.RoleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks which instances run without a window, shows them to the desktop, and has those judged that
/// stay so.
///
/// It looks when the kernel tells of an instance that came or ended, or the backend of windows, and
/// once more 5 seconds later; in between it sleeps.
///
/// Threads: one platform thread looks; the rest from any. What is shown is guarded by the object.
@Singleton
final class BackgroundWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWatch.class);
    private static final long PATIENCE_SECONDS = 2;
    private static final Duration SETTLING = Duration.ofMillis(100);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final RoleSettings settings;
    private final AppStates states;
    private final Judgement judgement;
    private final Shown shown;
    private final MonitorFace face;
    private final Semaphore changes = new Semaphore(0);
    private final Windowless windowless = new Windowless();
    private final Judging judging = new Judging();
    private final Thread thread;
    private final CompletableFuture<Instances> instances = new CompletableFuture<>();
    private volatile boolean again;
    private volatile boolean windowsMayHaveChanged = true;
    private Set<Instance> seen = Set.of();
    private volatile boolean reviewRefusals;

    @Inject
    BackgroundWatch(
            RoleSettings settings,
            AppStates states,
            Judgement judgement,
            Shown shown,
            MonitorFace face) {
        this.settings = settings;
        this.states = states;
        this.judgement = judgement;
        this.shown = shown;
        this.face = face;
        this.thread = Thread.ofPlatform().daemon().name("background-watch").unstarted(this::run);
    }

    /// Begins to look.
    void start() {
        if (states.isConfigured()) {
            thread.start();
        } else {
            instances.cancel(false);
        }
    }

    /// An app says what it is doing.
    ///
    /// @throws PortalException `Failed` if this instance is not known to run
    void say(AppIdentity.Sandboxed app, String message) {
        if (app.kind() != SandboxKind.FLATPAK
                || known().flatMap(each -> each.find(app.app(), app.instance())).isEmpty()) {
            throw PortalException.failed("no running instance is known");
        }
        shown.say(app.instance(), message);
    }

    /// What runs now, as far as it is known.
    List<Instance> running() {
        return known().map(Instances::running).orElse(List.of());
    }

    /// Waits a moment where the service has only just started.
    private Optional<Instances> known() {
        try {
            return Optional.of(instances.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// What is stored about apps has changed: those that are refused now are stopped.
    void decisionsChanged() {
        reviewRefusals = true;
        changes.release();
    }

    /// What could not be judged can be now: the store is back, or a situation has ended.
    void judgeAgain() {
        again = true;
        changes.release();
    }

    private void windowsChanged() {
        windowsMayHaveChanged = true;
        changes.release();
    }

    private void run() {
        try {
            var fresh = Instances.start(settings.directories(), changes::release);
            if (!instances.complete(fresh)) {
                // closed meanwhile
                fresh.close();
                return;
            }
            states.onChange(this::windowsChanged);
            face.open();
            changes.release();
            while (true) {
                await(fresh);
                look(fresh);
            }
        } catch (InterruptedException e) {
            LOG.debug("the watch is closed");
        } catch (IOException e) {
            instances.completeExceptionally(e);
            LOG.error("apps in the background are not seen: {}", e.getMessage());
        }
    }

    /// Waits for a change, or for the time of the next look.
    private void await(Instances of) throws InterruptedException {
        var due = windowless.nextDue(System.nanoTime());
        if (of.isIncomplete()) {
            due = Optional.of(Math.min(due.orElse(Long.MAX_VALUE), AGAIN.toNanos()));
        }
        if (due.isEmpty()) {
            changes.acquire();
        } else if (!changes.tryAcquire(due.get(), TimeUnit.NANOSECONDS)) {
            return;
        }
        // a change seldom comes alone
        Thread.sleep(SETTLING);
        changes.drainPermits();
    }

    private void look(Instances of) {
        try {
            var running = of.running();
            if (again) {
                again = false;
                windowless.judgeAgain();
            }
            if (!isWorthALook(running)) {
                return;
            }
            var sights = states.see(running);
            forgetOthers(sights);
            shown.show(sights);
            windowless
                    .look(toBeJudged(sights), System.nanoTime())
                    .forEach(each -> judging.start(each, judgement::judge));
            if (reviewRefusals) {
                reviewRefusals = false;
                windowless.judged().forEach(each -> judging.start(each, judgement::refuse));
            }
        } catch (RuntimeException e) {
            // the next change is another chance
            LOG.error("apps in the background could not be looked at", e);
        }
    }

    /// The kernel also tells of units that no app is in; one of them is the backend's own, which
    /// would be started for it again and again.
    private boolean isWorthALook(List<Instance> running) {
        var before = seen;
        seen = Set.copyOf(running);
        boolean windows = windowsMayHaveChanged;
        windowsMayHaveChanged = false;
        return windows
                || reviewRefusals
                || !seen.equals(before)
                || windowless.nextDue(System.nanoTime()).filter(due -> due == 0).isPresent();
    }

    private Set<Instance> toBeJudged(List<Sight> sights) {
        boolean trusted = states.isOurs();
        return sights.stream()
                .filter(each -> each.isToBeJudged(trusted))
                .map(Sight::instance)
                .collect(Collectors.toSet());
    }

    private void forgetOthers(List<Sight> running) {
        var ids = running.stream().map(each -> each.instance().id()).collect(Collectors.toSet());
        judgement.retain(ids);
        judging.retain(ids);
    }

    @Override
    public void close() {
        thread.interrupt();
        judging.retain(Set.of());
        instances.cancel(false);
        if (instances.state() == Future.State.SUCCESS) {
            instances.join().close();
        }
        face.close();
    }
}
