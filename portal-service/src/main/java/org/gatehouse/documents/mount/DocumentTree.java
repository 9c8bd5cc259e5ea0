package org.gatehouse.documents.mount;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.libc.NativeFiles;
import org.gatehouse.protocol.DocumentId;

/// What all threads of the file system share: nodes, open files, and which document is seen where.
///
/// Threads: any.
final class DocumentTree {

    private final DocumentTable table;
    private final NodeTable nodes = new NodeTable();
    private final OpenFiles open = new OpenFiles();
    private final Map<DocumentId, Set<DocumentFolder>> shown = new ConcurrentHashMap<>();
    private final int user;
    private final int group;
    private volatile long ownDevice = -1;
    private volatile Runnable grown = () -> {};

    /// @param user whom the folders belong to that are nowhere on the host
    DocumentTree(DocumentTable table, int user, int group) {
        this.table = table;
        this.user = user;
        this.group = group;
    }

    DocumentTable table() {
        return table;
    }

    NodeTable nodes() {
        return nodes;
    }

    OpenFiles open() {
        return open;
    }

    int user() {
        return user;
    }

    int group() {
        return group;
    }

    /// Has `listener` run when there may be a new node, on the thread that made it.
    void onGrowth(Runnable listener) {
        grown = listener;
    }

    /// A node may have been added.
    void hasGrown() {
        grown.run();
    }

    /// Says which device this file system is, so that it is never seen within itself.
    void ownDevice(long device) {
        ownDevice = device;
    }

    boolean isOwnDevice(long device) {
        return device == ownDevice;
    }

    Optional<Document> document(View view) {
        return table.find(view.document());
    }

    /// The folder of a document, once more known to the kernel.
    DocumentFolder hold(View view, long parent) {
        var known = new NodeTable.KnownAs(parent, view.document().value());
        var folder =
                (DocumentFolder)
                        nodes.hold(view, known, id -> new DocumentFolder(id, parent, view));
        shown.computeIfAbsent(view.document(), _ -> ConcurrentHashMap.newKeySet()).add(folder);
        hasGrown();
        return folder;
    }

    /// Where a document is seen.
    Set<DocumentFolder> shown(DocumentId id) {
        return shown.getOrDefault(id, Set.of());
    }

    /// The kernel has forgotten a node, so many times.
    void forget(long id, long times, NativeFiles calls) {
        nodes.forget(id, times).ifPresent(node -> release(node, calls));
    }

    private void release(Node node, NativeFiles calls) {
        switch (node) {
            case RealNode real -> {
                real.folder().nodes().remove(real);
                calls.close(real.descriptor());
            }
            case DocumentFolder folder -> {
                shown.computeIfPresent(
                        folder.view().document(),
                        (_, folders) -> {
                            folders.remove(folder);
                            return folders.isEmpty() ? null : folders;
                        });
                folder.close();
            }
            case Node.Root _, Node.Apps _, Node.App _ -> {}
        }
    }

    /// Lets go of everything; when nobody asks any longer.
    void close(NativeFiles calls) {
        open.closeAll(calls);
        shown.values().stream()
                .flatMap(Set::stream)
                .toList()
                .forEach(folder -> Temporaries.removeAll(this, folder, calls));
        for (var node : nodes.drain()) {
            release(node, calls);
        }
    }
}
