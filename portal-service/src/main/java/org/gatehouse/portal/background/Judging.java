package org.gatehouse.portal.background;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The virtual threads on which something is decided about instances, which may take as long as a
/// person does.
///
/// Threads: any; guarded by the object.
final class Judging {

    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    /// What is done with one instance.
    @FunctionalInterface
    interface Step {
        void take(Instance instance) throws InterruptedException;
    }

    private final Map<String, Thread> threads = new HashMap<>();

    /// Takes a step on a thread of its own.
    synchronized void start(Instance instance, Step step) {
        // cannot leave before it is entered here
        var thread = Thread.ofVirtual().name("judgement").unstarted(() -> take(instance, step));
        threads.merge(instance.id(), thread, (before, now) -> before.isAlive() ? before : now);
        thread.start();
    }

    private void take(Instance instance, Step step) {
        try {
            step.take(instance);
        } catch (InterruptedException e) {
            LOG.debug("{} has ended meanwhile", instance.app());
        } catch (RuntimeException e) {
            LOG.error("{} could not be judged", instance.app(), e);
        } finally {
            forget(instance);
        }
    }

    private synchronized void forget(Instance instance) {
        threads.remove(instance.id(), Thread.currentThread());
    }

    /// Ends the steps about instances that are gone.
    ///
    /// @param running the ids of the others
    synchronized void retain(Set<String> running) {
        threads.forEach((id, thread) -> {
            if (!running.contains(id)) {
                thread.interrupt();
            }
        });
    }
}
