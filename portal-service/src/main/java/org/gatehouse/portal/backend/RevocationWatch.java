package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.Subscription;
import org.gatehouse.catalogue.Catalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever uses a resource that its stored decisions have changed, by whatever tool.
///
/// Listens to `PermissionStore.Changed` of the store's present owner, and to the store coming back:
/// what changed while it was away is not signalled.
///
/// Threads: listeners are called one after another, in order, on a thread of the bus layer.
@Singleton
public final class RevocationWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationWatch.class);

    /// Somebody who uses a resource.
    public interface Listener {

        /// The rows of the resource are now these. Blocks for at most a second.
        ///
        /// @param rows app id → strings; a raw row names no kind of caller
        void changed(Map<String, List<String>> rows);

        /// The store is back and may hold anything.
        void storeReturned();
    }

    private record Watched(String permission, Listener listener) {}

    private final AtomicLong changes = new AtomicLong();
    private final List<Watched> watched = new CopyOnWriteArrayList<>();
    private final Catalogue catalogue;
    private final List<Subscription> subscriptions;

    @Inject
    RevocationWatch(BusConnection bus, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.subscriptions =
                List.of(
                        bus.subscribe(
                                PermissionStore.Changed.class,
                                StoreCalls.STORE,
                                StoreCalls.STORE_PATH,
                                (change, _) -> changed(change)),
                        bus.peers().onOwnerChange(StoreCalls.STORE, (_, now) -> owner(now)));
    }

    /// Has `listener` told of changes of a class that comes with Gatehouse.
    public void watch(String permission, Listener listener) {
        watched.add(new Watched(permission, listener));
    }

    /// How many changes were seen; who reads the store compares it before and after.
    public long changes() {
        return changes.get();
    }

    private void changed(PermissionStore.Changed change) {
        changes.incrementAndGet();
        for (var each : watched) {
            var row = catalogue.get(each.permission()).row();
            if (row.table().equals(change.table()) && row.id().equals(change.id())) {
                each.listener().changed(change.deleted() ? Map.of() : change.permissions());
            }
        }
    }

    private void owner(String now) {
        changes.incrementAndGet();
        if (now.isEmpty()) {
            LOG.warn("the permission store has left the bus");
            return;
        }
        watched.forEach(each -> each.listener().storeReturned());
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
