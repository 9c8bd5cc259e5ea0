package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallTimeout;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.portal.consent.GrantKey;
import org.gatehouse.portal.consent.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ledger of our store. A foreign store has none; then the log is all there is.
///
/// Threads: records from any; one virtual thread writes them in order. At most 4,096 wait.
@Singleton
final class PermissionsLedger implements Ledger, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PermissionsLedger.class);
    private static final int MOST_WAITING = 4_096;

    private final StoreCalls calls;
    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer;

    @Inject
    PermissionsLedger(StoreCalls calls) {
        this.calls = calls;
        this.writer = Thread.ofVirtual().name("ledger").start(this::write);
    }

    @Override
    public void record(Event event) {
        if (!waiting.offer(event)) {
            LOG.warn("the ledger does not keep up: one {} is lost", event.kind());
        }
    }

    private void write() {
        try {
            while (true) {
                write(waiting.take());
            }
        } catch (InterruptedException | BusException e) {
            LOG.debug("the ledger is closed");
        }
    }

    private void write(Event event) {
        try {
            if (calls.isOurs()) {
                calls.ours().Record(keys(event));
            }
        } catch (RemoteException | CallTimeout e) {
            LOG.warn("the ledger did not take one {}: {}", event.kind(), e.getMessage());
        }
    }

    private static Map<String, Variant<?>> keys(Event event) {
        var keys = new HashMap<String, Variant<?>>();
        var key = event.key().orElse(new GrantKey("unknown", ""));
        keys.put("kind", new Variant<>(event.kind().name().toLowerCase(Locale.ROOT)));
        keys.put("table", new Variant<>(event.resource().row().table()));
        keys.put("id", new Variant<>(event.resource().row().id()));
        keys.put("app-kind", new Variant<>(key.kind()));
        keys.put("app", new Variant<>(key.app()));
        keys.put("text", new Variant<>(event.text()));
        return keys;
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
