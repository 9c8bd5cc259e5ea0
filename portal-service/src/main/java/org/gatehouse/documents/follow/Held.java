package org.gatehouse.documents.follow;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// The files that are held open, and in which folders they are.
///
/// Threads: that of [Following] only.
final class Held {

    private static final int MOST = 4096;

    /// A document's file.
    private record Entry(HostPath path, Descriptor file) {}

    private final FolderEvents events;
    private final Map<DocumentId, Entry> entries = new HashMap<>();
    private final Map<HostPath, Set<DocumentId>> byFolder = new HashMap<>();

    Held(FolderEvents events) {
        this.events = events;
    }

    @Nullable Descriptor file(DocumentId id) {
        var entry = entries.get(id);
        return entry == null ? null : entry.file();
    }

    boolean isAt(DocumentId id, HostPath path) {
        var entry = entries.get(id);
        return entry != null && entry.path().equals(path);
    }

    boolean isFull() {
        return entries.size() >= MOST;
    }

    Collection<DocumentId> all() {
        return List.copyOf(entries.keySet());
    }

    Collection<DocumentId> in(HostPath folder) {
        return List.copyOf(byFolder.getOrDefault(folder, Set.of()));
    }

    /// Holds a file from now on, instead of what was held for the document.
    ///
    /// @return whether it was not held at that path before: then something may have happened to it
    ///   before its folder was watched
    boolean hold(DocumentId id, HostPath path, Descriptor file) {
        boolean isNew = !isAt(id, path);
        byFolder.computeIfAbsent(path.parent(), _ -> new HashSet<>()).add(id);
        events.watch(path.parent());
        var before = entries.put(id, new Entry(path, file));
        if (before != null) {
            before.file().close();
            if (!before.path().parent().equals(path.parent())) {
                leave(before.path().parent(), id);
            }
        }
        return isNew;
    }

    void release(DocumentId id) {
        var entry = entries.remove(id);
        if (entry != null) {
            entry.file().close();
            leave(entry.path().parent(), id);
        }
    }

    private void leave(HostPath folder, DocumentId id) {
        var ids = byFolder.get(folder);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            byFolder.remove(folder);
            events.forget(folder);
        }
    }
}
