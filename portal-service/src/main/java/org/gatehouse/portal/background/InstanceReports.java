package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallTimeout;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.bus.Subscription;
import org.gatehouse.portal.backend.StoreCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells our store what runs: the whole list when it changes, and when the store has come back.
///
/// Threads: told by any; one virtual thread calls the store, with the newest list only.
@Singleton
final class InstanceReports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceReports.class);

    private final StoreCalls calls;
    private final Semaphore changes = new Semaphore(0);
    private final Subscription owners;
    private final Thread writer;
    private volatile List<InstanceReport> latest = List.of();

    @Inject
    InstanceReports(BusConnection bus, StoreCalls calls) {
        this.calls = calls;
        this.owners = bus.peers().onOwnerChange(StoreCalls.OURS, (_, now) -> owner(now));
        this.writer = Thread.ofVirtual().name("instance-reports").start(this::write);
    }

    private void owner(String now) {
        if (!now.isEmpty() && !latest.isEmpty()) {
            changes.release();
        }
    }

    /// This runs now, and nothing else.
    void report(List<InstanceReport> now) {
        if (!now.equals(latest)) {
            latest = List.copyOf(now);
            changes.release();
        }
    }

    private void write() {
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                send();
            }
        } catch (InterruptedException | BusException e) {
            LOG.debug("nothing that runs is reported any longer");
        }
    }

    private void send() {
        try {
            if (calls.isOurs()) {
                calls.ours().ReportInstances(latest.stream().map(InstanceReport::keys).toList());
            }
        } catch (RemoteException | CallTimeout e) {
            LOG.warn("the store did not take the list of what runs: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        owners.close();
        writer.interrupt();
    }
}
