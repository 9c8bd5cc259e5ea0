package org.gatehouse.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private boolean closed;

    /// Starts `roles` in their order. Those started stay running when a later one fails.
    void start(Set<Role> roles, RoleSettings settings) throws RoleFailure {
        for (var role : roles) {
            add(role, role.start(settings));
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
        var _ = started.ended().thenAccept(ended::complete);
        LOG.debug("{} started", role.word());
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
