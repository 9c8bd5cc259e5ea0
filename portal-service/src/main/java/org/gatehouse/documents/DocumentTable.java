package org.gatehouse.documents;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;

/// Every document there is now, found by id, by path and by app.
///
/// This is what the faces change and what the mount shows: a change is seen by the next operation
/// of the file system, and those that listen have heard of it when [#put] or [#remove] returns.
/// Nothing here blocks or leaves the process.
///
/// Threads: any. Changes are made one at a time, under this object; what is found needs no lock.
public final class DocumentTable {

    /// Hears of changes, on the thread that makes them and one at a time.
    @FunctionalInterface
    public interface Listener {
        /// A document is new, different or gone; the table says which.
        void changed(DocumentId id);
    }

    private static final int FEW = 8;

    /// Why the file of a document is not there, if it once was.
    private enum Absence {
        TAKEN_BY_AN_APP,
        DELETED
    }

    private final Map<DocumentId, Document> documents = new ConcurrentHashMap<>();
    private final Map<HostPath, Set<DocumentId>> byPath = new ConcurrentHashMap<>();
    private final Map<AppId, Set<DocumentId>> byApp = new ConcurrentHashMap<>();
    private final Map<DocumentId, Absence> absences = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /// Tells `listener` of every change from now on.
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public Optional<Document> find(DocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    /// The documents of a path, unique ones too, in no order.
    public List<Document> at(HostPath path) {
        return of(byPath.getOrDefault(path, Set.of()));
    }

    /// The documents that an app holds any permission for, in no order.
    public List<Document> of(AppId app) {
        return of(byApp.getOrDefault(app, Set.of()));
    }

    /// How many documents an app holds any permission for.
    public int count(AppId app) {
        return byApp.getOrDefault(app, Set.of()).size();
    }

    /// All of them, in no order.
    public List<Document> all() {
        return List.copyOf(documents.values());
    }

    /// The apps that hold any permission, by name.
    public List<AppId> apps() {
        return byApp.keySet().stream().sorted(Comparator.comparing(AppId::value)).toList();
    }

    public int size() {
        return documents.size();
    }

    /// Adds a document, or replaces the one with its id.
    public synchronized void put(Document document) {
        var before = documents.put(document.id(), document);
        if (before != null) {
            forget(before, document);
        }
        // mostly one: a set that can grow would be the larger part of a document
        byPath.merge(document.path(), Set.of(document.id()), DocumentTable::union);
        for (var app : document.permissions().keySet()) {
            byApp.computeIfAbsent(app, _ -> ConcurrentHashMap.newKeySet()).add(document.id());
        }
        tell(document.id());
    }

    /// Takes a document away, if it is there.
    public synchronized void remove(DocumentId id) {
        var before = documents.remove(id);
        if (before == null) {
            return;
        }
        absences.remove(id);
        dropPath(before);
        before.permissions().keySet().forEach(app -> drop(byApp, app, id));
        tell(id);
    }

    /// An app has taken the file of a document away through the mount: the document waits for
    /// another, and is not dead.
    public void emptied(DocumentId id) {
        absences.put(id, Absence.TAKEN_BY_AN_APP);
    }

    /// The file of a document was deleted on the host: the document is dead, unless another file
    /// comes to its place.
    public void deleted(DocumentId id) {
        absences.put(id, Absence.DELETED);
    }

    /// The file of a document is there.
    public void filled(DocumentId id) {
        absences.remove(id);
    }

    public boolean isEmptied(DocumentId id) {
        return absences.get(id) == Absence.TAKEN_BY_AN_APP;
    }

    public boolean isDead(Document document) {
        return absences.get(document.id()) == Absence.DELETED;
    }

    /// Takes the index entries away that held before and do not any longer.
    private void forget(Document before, Document now) {
        if (!before.path().equals(now.path())) {
            dropPath(before);
        }
        for (var app : before.permissions().keySet()) {
            if (!now.permissions().containsKey(app)) {
                drop(byApp, app, before.id());
            }
        }
    }

    private static Set<DocumentId> union(Set<DocumentId> some, Set<DocumentId> more) {
        var all = canGrow(some) ? some : copy(some);
        all.addAll(more);
        return canGrow(some) || all.size() > FEW ? all : Set.copyOf(all);
    }

    private static Set<DocumentId> copy(Set<DocumentId> some) {
        Set<DocumentId> all = ConcurrentHashMap.newKeySet();
        all.addAll(some);
        return all;
    }

    private static boolean canGrow(Set<DocumentId> ids) {
        return ids instanceof ConcurrentHashMap.KeySetView<?, ?>;
    }

    private void dropPath(Document document) {
        byPath.computeIfPresent(
                document.path(),
                (_, ids) -> {
                    var left = canGrow(ids) ? ids : copy(ids);
                    left.remove(document.id());
                    if (left.isEmpty()) {
                        return null;
                    }
                    return canGrow(ids) ? ids : Set.copyOf(left);
                });
    }

    private static <K> void drop(Map<K, Set<DocumentId>> index, K key, DocumentId id) {
        index.computeIfPresent(
                key,
                (_, ids) -> {
                    ids.remove(id);
                    return ids.isEmpty() ? null : ids;
                });
    }

    private List<Document> of(Set<DocumentId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    private void tell(DocumentId id) {
        listeners.forEach(listener -> listener.changed(id));
    }
}
