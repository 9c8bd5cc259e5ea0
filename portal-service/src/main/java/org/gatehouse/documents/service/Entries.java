package org.gatehouse.documents.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;

/// The table `documents` of the permission store that serves on the bus.
///
/// Every call waits for its answer, 2 seconds at most. Threads: any.
final class Entries {

    static final String STORE = "org.freedesktop.impl.portal.PermissionStore";
    static final String STORE_PATH = "/org/freedesktop/impl/portal/PermissionStore";
    static final String TABLE = "documents";

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";
    private static final String NOT_STARTED = "org.freedesktop.DBus.Error.Spawn.";

    /// How a call of the store ended that did not succeed.
    enum Trouble {
        /// there is no store, or it went before it answered
        ABSENT,
        /// there is no such entry
        MISSING,
        /// it could not do it, or did not answer in time
        FAILED
    }

    /// The store did not do what it was asked.
    static final class StoreTrouble extends Exception {

        @java.io.Serial private static final long serialVersionUID = 1;

        private final Trouble trouble;

        StoreTrouble(Trouble trouble, Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause, false, false);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    private final PermissionStore store;

    Entries(BusConnection bus) {
        this.store = bus.remote(PermissionStore.class, STORE, STORE_PATH, DEADLINE);
    }

    /// Makes an entry, or replaces all of it.
    void put(Document document) throws StoreTrouble {
        run(() ->
                store.Set(
                        TABLE,
                        true,
                        document.id().value(),
                        DocumentRow.rows(document),
                        DocumentRow.data(document)));
    }

    /// Replaces where an entry says that the file is.
    void move(Document document) throws StoreTrouble {
        run(() -> store.SetValue(TABLE, false, document.id().value(), DocumentRow.data(document)));
    }

    /// Replaces what an app may do; nothing takes it out.
    void permit(DocumentId id, AppId app, Set<DocumentPermission> permissions) throws StoreTrouble {
        var words = DocumentPermission.words(permissions);
        run(() -> {
            if (words.isEmpty()) {
                store.DeletePermission(TABLE, id.value(), app.value());
            } else {
                store.SetPermission(TABLE, false, id.value(), app.value(), words);
            }
        });
    }

    void delete(DocumentId id) throws StoreTrouble {
        run(() -> store.Delete(TABLE, id.value()));
    }

    /// The ids of all entries.
    List<String> ids() throws StoreTrouble {
        return get(() -> store.List(TABLE));
    }

    /// The document of an entry; empty if there is no entry, or it is no document.
    Optional<Document> find(DocumentId id) throws StoreTrouble {
        try {
            var found = get(() -> store.Lookup(TABLE, id.value()));
            return DocumentRow.parse(id, found.permissions(), found.data());
        } catch (StoreTrouble e) {
            if (e.trouble() == Trouble.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void run(Runnable call) throws StoreTrouble {
        var _ =
                get(() -> {
                    call.run();
                    return true;
                });
    }

    private static <T> T get(Supplier<T> call) throws StoreTrouble {
        try {
            return call.get();
        } catch (RemoteException e) {
            throw new StoreTrouble(trouble(e), e);
        } catch (BusException e) {
            throw new StoreTrouble(Trouble.FAILED, e);
        }
    }

    private static Trouble trouble(RemoteException e) {
        if (e.name().equals(NOT_FOUND)) {
            return Trouble.MISSING;
        }
        return e.isPeerAbsent() || e.name().startsWith(NOT_STARTED)
                ? Trouble.ABSENT
                : Trouble.FAILED;
    }
}
