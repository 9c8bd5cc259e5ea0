package org.gatehouse.documents.service;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.service.Entries.StoreTrouble;
import org.gatehouse.documents.service.Entries.Trouble;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The table of documents and the permission store, changed together: first the store, then the
/// table.
///
/// Without a store, the table alone is changed, and the store owes the change: it is written when
/// one is there. What takes rights away changes the table first, whatever the store does.
///
/// Threads: any that may wait; whoever changes a document has its turn.
final class Kept {

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    private final DocumentTable documents;
    private final Entries entries;
    private final Set<DocumentId> owed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean absent = new AtomicBoolean();
    private volatile Runnable whenOwed = () -> {};

    Kept(DocumentTable documents, Entries entries) {
        this.documents = documents;
        this.entries = entries;
    }

    /// Has `listener` hear when the store owes something; it returns at once.
    void whenOwed(Runnable listener) {
        whenOwed = listener;
    }

    /// Adds a document or gives more rights, once the store has it.
    ///
    /// @throws PortalException `Failed` if the store could not; nothing has changed then
    void put(Document document) {
        var before = documents.find(document.id());
        if (before.filter(document::equals).isPresent()) {
            return;
        }
        if (document.isPersistent()) {
            store(before, document);
        }
        documents.put(document);
    }

    private void store(Optional<Document> before, Document after) {
        try {
            write(before, after);
            written(after.id());
        } catch (StoreTrouble e) {
            switch (e.trouble()) {
                case ABSENT -> owe(after.id(), e);
                case MISSING -> throw PortalException.notFound("no such document");
                case FAILED -> throw unkept(after.id(), e);
            }
        }
    }

    /// Writes as little as says it, so that rows of which nothing is known here stay.
    private void write(Optional<Document> before, Document after) throws StoreTrouble {
        if (before.isEmpty() || owed.contains(after.id())) {
            entries.put(after);
            return;
        }
        var apps = changedApps(before.get(), after);
        boolean moved =
                !before.get().path().equals(after.path())
                        || !before.get().anchor().equals(after.anchor());
        if (apps.size() == 1 && !moved) {
            entries.permit(after.id(), apps.getFirst(), after.permissionsOf(apps.getFirst()));
        } else if (apps.isEmpty()) {
            entries.move(after);
        } else {
            entries.put(after);
        }
    }

    private static List<AppId> changedApps(Document before, Document after) {
        var apps = new HashSet<>(before.permissions().keySet());
        apps.addAll(after.permissions().keySet());
        return apps.stream()
                .filter(app -> !Objects.equals(before.permissionsOf(app), after.permissionsOf(app)))
                .toList();
    }

    /// A failed write may still have been made, or be made later.
    private PortalException unkept(DocumentId id, StoreTrouble why) {
        LOG.warn("document {} could not be stored: {}", id, why.getMessage());
        owed.add(id);
        whenOwed.run();
        return PortalException.failed("the document cannot be stored");
    }

    /// Takes rights away: at once, and then in the store.
    ///
    /// @throws PortalException `Failed` if the store could not; the rights are gone all the same
    void reduce(Document document) {
        var before = documents.find(document.id());
        documents.put(document);
        if (document.isPersistent() && before.filter(document::equals).isEmpty()) {
            store(before, document);
        }
    }

    /// Takes a document away: at once, and then in the store.
    ///
    /// @throws PortalException `Failed` if the store could not; the document is gone all the same
    void remove(Document document) {
        documents.remove(document.id());
        if (!document.isPersistent()) {
            return;
        }
        try {
            delete(document.id());
        } catch (StoreTrouble e) {
            if (e.trouble() == Trouble.FAILED) {
                throw unkept(document.id(), e);
            }
            owe(document.id(), e);
        }
    }

    private void delete(DocumentId id) throws StoreTrouble {
        try {
            entries.delete(id);
        } catch (StoreTrouble e) {
            if (e.trouble() != Trouble.MISSING) {
                throw e;
            }
        }
        written(id);
    }

    private void written(DocumentId id) {
        owed.remove(id);
        if (absent.compareAndSet(true, false)) {
            LOG.info("documents are kept in the permission store");
        }
    }

    private void owe(DocumentId id, StoreTrouble why) {
        owed.add(id);
        if (absent.compareAndSet(false, true)) {
            LOG.warn("no permission store: documents are not kept ({})", why.getMessage());
        }
    }

    /// The documents that the store does not have as the table has them.
    Set<DocumentId> owed() {
        return Set.copyOf(owed);
    }

    /// Another tool has deleted the entry of a document: it is gone, and nothing is owed.
    void deletedElsewhere(DocumentId id) {
        owed.remove(id);
        if (documents.find(id).filter(Document::isPersistent).isPresent()) {
            documents.remove(id);
        }
    }

    /// Makes store and table agree about a document: writes what the store owes, else takes over
    /// what it has.
    ///
    /// @throws StoreTrouble if the store cannot be asked; nothing has changed then
    void settle(DocumentId id) throws StoreTrouble {
        var here = documents.find(id);
        if (here.filter(document -> !document.isPersistent()).isPresent()) {
            return;
        }
        if (owed.contains(id)) {
            if (here.isPresent()) {
                entries.put(here.get());
                written(id);
            } else {
                delete(id);
            }
            return;
        }
        var stored = entries.find(id).filter(Document::isPersistent);
        stored.filter(document -> here.filter(document::equals).isEmpty())
                .ifPresent(documents::put);
        if (stored.isEmpty()) {
            documents.remove(id);
        }
    }
}
