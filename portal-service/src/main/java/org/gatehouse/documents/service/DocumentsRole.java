package org.gatehouse.documents.service;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.NameOption;
import org.gatehouse.documents.mount.DocumentMount;
import org.gatehouse.documents.reach.SandboxReach;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.role.WaitingThreads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The document portal as a role: its own connection and name, the mount, and the documents as the
/// permission store has them.
///
/// Exit statuses: 0 bus lost or closed; 1 the name is taken; 3 no session bus; 6 the mount failed;
/// 7 the mount point cannot be read; 20 name lost; 21 unmounted from outside.
///
/// Threads: any. What is called on the bus runs on platform threads, because files block them.
public final class DocumentsRole implements RunningRole {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentsRole.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final Duration LAST_MOUNT = Duration.ofSeconds(2);
    private static final int CANNOT_START = 1;
    private static final int NO_BUS = 3;
    private static final int NAME_LOST = 20;

    private final BusConnection bus;
    private final ExecutorService executor;
    private final CallerIdentities callers;
    private final DocumentsObjects objects;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable Thread mounting;

    /// Starts the role.
    ///
    /// @param earlier completes when the roles that this one calls can be called
    /// @throws RoleFailure 3 without a session bus, 1 when the name is taken or after `earlier`
    ///   failed
    public static RunningRole start(RoleSettings settings, CompletableFuture<Void> earlier)
            throws RoleFailure {
        var executor = WaitingThreads.of("documents-calls");
        try {
            var bus = BusConnection.open(BusAddress.session(settings.environment()), executor);
            var role = new DocumentsRole(bus, executor, settings);
            role.serve(settings.replace(), earlier);
            return role;
        } catch (BusException e) {
            executor.shutdown();
            throw new RoleFailure(NO_BUS, "no session bus: " + e.getMessage());
        }
    }

    private DocumentsRole(BusConnection bus, ExecutorService executor, RoleSettings settings) {
        this.bus = bus;
        this.executor = executor;
        this.callers = CallerIdentities.of(bus, settings);
        var reach = new SandboxReach(settings);
        this.objects = new DocumentsObjects(bus, callers, settings.directories(), reach);
    }

    private void serve(boolean replace, CompletableFuture<Void> earlier) throws RoleFailure {
        try {
            var before = bus.peers().owner(DocumentsFace.NAME);
            if (!replace && before.isPresent()) {
                throw taken();
            }
            objects.export();
            awaitEarlier(earlier);
            takeName(replace);
            objects.store().start();
            bus.onNameLost(_ -> end(NAME_LOST));
            bus.onClosed(() -> end(0));
            var left = before.map(this::departure).orElse(CompletableFuture.completedFuture(null));
            mounting =
                    Thread.ofPlatform().daemon().name("documents-mount").start(() -> mount(left));
        } catch (RoleFailure | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void takeName(boolean replace) throws RoleFailure {
        var options = replace ? EnumSet.allOf(NameOption.class) : EnumSet.noneOf(NameOption.class);
        if (!bus.requestName(DocumentsFace.NAME, options)) {
            throw taken();
        }
    }

    private static RoleFailure taken() {
        return new RoleFailure(CANNOT_START, DocumentsFace.NAME + " is owned by another program");
    }

    private static void awaitEarlier(CompletableFuture<Void> earlier) throws RoleFailure {
        try {
            earlier.join();
        } catch (CompletionException e) {
            throw new RoleFailure(CANNOT_START, "what the documents need did not start");
        }
    }

    /// Whoever is replaced unmounts before it leaves the bus, and must not unmount what is ours.
    private CompletableFuture<Void> departure(String owner) {
        var left = new CompletableFuture<Void>();
        var _ = bus.peers().onVanish(owner, () -> left.complete(null));
        return left.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// When everything is known, so that no app misses what it has.
    ///
    /// @param left completes when nobody else has anything mounted there
    private void mount(CompletableFuture<Void> left) {
        objects.store().loaded().join();
        left.join();
        try {
            var mounted = DocumentMount.start(objects.documents(), objects.mount().point());
            objects.mount().is(mounted);
            var _ = mounted.ended().thenAccept(this::end);
            LOG.info("documents are mounted at {}", objects.mount().point());
            objects.follow();
        } catch (RoleFailure e) {
            objects.mount().failed(e);
            if (!closing.get()) {
                LOG.error("{}", e.getMessage());
                end(e.exitStatus());
            }
        }
    }

    private void end(int status) {
        if (closing.compareAndSet(false, true)) {
            if (status != 0) {
                LOG.info("the document portal ends with {}", status);
            }
            stop();
            ended.complete(status);
        }
    }

    private void stop() {
        awaitMounting();
        objects.close();
        bus.close();
        callers.close();
        executor.shutdown();
    }

    /// What is being mounted now would be left behind.
    private void awaitMounting() {
        var thread = mounting;
        if (thread == null || thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            var _ = thread.join(LAST_MOUNT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return ended.copy();
    }

    @Override
    public void close() {
        end(0);
    }
}
