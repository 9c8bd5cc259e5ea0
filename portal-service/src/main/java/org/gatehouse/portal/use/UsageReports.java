package org.gatehouse.portal.use;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallTimeout;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.bus.Subscription;
import org.gatehouse.portal.backend.StoreCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells our store what apps use, and all of it again when the store has come back.
///
/// Threads: told by any; one virtual thread calls the store, in order.
@Singleton
final class UsageReports implements UseListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UsageReports.class);

    private record Report(AppUse use, State state) {}

    private final StoreCalls calls;
    private final Provider<Uses> uses;
    private final BlockingQueue<Report> waiting = new LinkedBlockingQueue<>();
    private final Subscription owners;
    private final Thread writer;

    @Inject
    UsageReports(BusConnection bus, StoreCalls calls, Provider<Uses> uses) {
        this.calls = calls;
        this.uses = uses;
        this.owners = bus.peers().onOwnerChange(StoreCalls.OURS, (_, now) -> owner(now));
        this.writer = Thread.ofVirtual().name("usage").start(this::write);
    }

    private void owner(String now) {
        if (!now.isEmpty()) {
            uses.get().now().forEach(this::changed);
        }
    }

    @Override
    public void changed(AppUse use, State state) {
        waiting.add(new Report(use, state));
    }

    private void write() {
        try {
            while (true) {
                write(waiting.take());
            }
        } catch (InterruptedException | BusException e) {
            LOG.debug("no further use is reported");
        }
    }

    private void write(Report report) {
        try {
            if (calls.isOurs()) {
                var key = report.use().key();
                var state = report.state().name().toLowerCase(Locale.ROOT);
                calls.ours()
                        .ReportUsage(report.use().permission().id(), key.kind(), key.app(), state);
            }
        } catch (RemoteException | CallTimeout e) {
            LOG.warn("the store did not take a report of use: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        owners.close();
        writer.interrupt();
    }
}
