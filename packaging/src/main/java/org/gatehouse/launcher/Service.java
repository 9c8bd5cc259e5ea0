package org.gatehouse.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The roles of this process, from the first start to the last close.
///
/// Threads: started by the main thread, closed by the one that ends the process; the list of
/// running roles is guarded by this object.
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Deque<RunningRole> running = new ArrayDeque<>();
    private Set<Role> all = Set.of();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private boolean closed;

    /// Starts `roles` side by side; they take their names in their order. Those started stay
    /// running when another fails.
    ///
    /// @throws RoleFailure of the first that failed
    void start(Set<Role> roles, RoleSettings settings) throws RoleFailure {
        all = Set.copyOf(roles);
        var starts = new ArrayList<CompletableFuture<Void>>();
        var earlier = CompletableFuture.<Void>completedFuture(null);
        for (var role : roles) {
            var before = earlier;
            earlier = new CompletableFuture<>();
            starts.add(earlier);
            var own = earlier;
            Thread.ofPlatform()
                    .name("start-" + role.word())
                    .start(() -> start(role, settings, before, own));
        }
        for (var start : starts) {
            await(start);
        }
    }

    private void start(
            Role role,
            RoleSettings settings,
            CompletableFuture<Void> before,
            CompletableFuture<Void> own) {
        try {
            add(role, role.start(settings, before));
            own.complete(null);
        } catch (RoleFailure | RuntimeException | Error e) {
            own.completeExceptionally(e);
        }
    }

    private static void await(CompletableFuture<Void> start) throws RoleFailure {
        try {
            start.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RoleFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /// Waits until a role ends by itself, and says with which exit status the process should end.
    int awaitEnd() {
        return ended.join();
    }

    private synchronized void add(Role role, RunningRole started) {
        if (closed) {
            started.close();
            return;
        }
        running.push(started);
        var _ = started.ended().thenAccept(status -> ended(role, status));
        LOG.debug("{} started", role.word());
    }

    /// Store and portal go on without the documents, which some machines cannot mount.
    private void ended(Role role, int status) {
        if (role == Role.DOCUMENTS && all.size() > 1 && status != 0) {
            LOG.warn("the documents have ended with {}; the rest goes on", status);
            return;
        }
        ended.complete(status);
    }

    /// Ends the roles, the last started first.
    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
