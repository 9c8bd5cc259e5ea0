package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.portal.consent.GrantKey;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.portal.indicator.Notice;
import org.gatehouse.portal.indicator.Notice.Place;
import org.gatehouse.portal.indicator.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends an instance: SIGTERM to its processes, 10 seconds in which they may end by themselves, then
/// SIGKILL for whatever is left of it.
///
/// No process outside of the instance is ever touched: each is seen to belong to it when it gets
/// its signal. A stop that this service does not live to finish leaves the app running, not frozen;
/// the next look begins anew.
///
/// Threads: one platform thread for each stop, since it waits for processes.
@Singleton
final class Stopping {

    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);
    private static final int GRACE_MILLIS = 10_000;
    private static final int KILLED_WITHIN_MILLIS = 5_000;
    private static final long STACK_BYTES = 256 * 1024;

    private final Set<String> stopping = ConcurrentHashMap.newKeySet();
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Notices notices;
    private final AppNames names;

    @Inject
    Stopping(Ledger ledger, Catalogue catalogue, Notices notices, AppNames names) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.notices = notices;
        this.names = names;
    }

    /// Stops an instance that may not go on, once; returns at once. The person is told.
    ///
    /// @param why for the ledger, such as "it may not run in the background"
    void stop(Instance instance, String why) {
        start(instance, why, () -> tell(instance));
    }

    /// Stops an instance because somebody said so, who need not be told.
    void stopByHand(Instance instance) {
        start(instance, "ended, as it was told by hand", () -> {});
    }

    private void start(Instance instance, String why, Runnable ended) {
        if (stopping.add(instance.id())) {
            Thread.ofPlatform()
                    .daemon()
                    .name("stopping")
                    .stackSize(STACK_BYTES)
                    .unstarted(() -> run(instance, why, ended))
                    .start();
        }
    }

    private void run(Instance found, String why, Runnable ended) {
        var again = found.again();
        try {
            if (again.isPresent() && end(again.get(), why)) {
                write(found, why);
                ended.run();
            }
        } catch (SystemCallException | RuntimeException e) {
            LOG.error("{} could not be stopped", found.app(), e);
        } finally {
            again.ifPresent(Instance::close);
            stopping.remove(found.id());
        }
    }

    /// @return whether it has ended
    private static boolean end(Instance instance, String why) throws SystemCallException {
        LOG.info("{} is asked to end: {}", instance.app(), why);
        Processes.each(instance, process -> send(process, Libc.SIGTERM));
        boolean ended = instance.awaitEnd(GRACE_MILLIS);
        if (!ended) {
            kill(instance);
            ended = instance.awaitEnd(KILLED_WITHIN_MILLIS);
        }
        if (!ended) {
            LOG.error("{} does not end", instance.app());
        }
        return ended;
    }

    private static void kill(Instance instance) {
        LOG.info("{} has not ended by itself and is killed", instance.app());
        var group = instance.ownGroup();
        try {
            if (group.isPresent()) {
                group.get().kill();
            }
        } catch (IOException e) {
            LOG.debug("its control group cannot be killed: {}", e.getMessage());
        }
        Processes.each(instance, process -> send(process, Libc.SIGKILL));
    }

    private static void send(Descriptor process, int signal) {
        try {
            process.signal(signal);
        } catch (SystemCallException e) {
            LOG.debug("a process got no signal: {}", e.getMessage());
        }
    }

    private void write(Instance instance, String why) {
        ledger.record(new Event(Kind.STOPPED, permission(), Optional.of(key(instance)), why));
    }

    private void tell(Instance instance) {
        var key = key(instance);
        notices.show(
                new Notice(
                        names.of(instance.app()) + " was stopped",
                        "It ran without a window, and may not.",
                        permission().wording().icon(),
                        "Settings",
                        new Place(
                                "show-grant", List.of(permission().id(), key.kind(), key.app()))));
    }

    private static GrantKey key(Instance instance) {
        return new GrantKey(instance.identity().wireKind(), instance.identity().wireId());
    }

    private PermissionClass permission() {
        return catalogue.get(BackgroundPortal.CLASS);
    }
}
