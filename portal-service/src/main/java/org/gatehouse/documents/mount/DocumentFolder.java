package org.gatehouse.documents.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.FileKey;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;
import org.gatehouse.libc.SystemCallException;
import org.jspecify.annotations.Nullable;

/// `ID/`: holds the one file or the one folder of a document, and what an app makes beside the
/// file.
///
/// Threads: any; what changes is guarded by this object.
final class DocumentFolder implements Node {

    private record Anchor(FileKey key, Descriptor descriptor) {}

    private final long id;
    private final long parent;
    private final View view;
    private final Set<RealNode> nodes = ConcurrentHashMap.newKeySet();
    private final Map<String, String> temporaries = new ConcurrentHashMap<>();
    private final List<Anchor> earlier = new ArrayList<>();
    private @Nullable Anchor anchor;

    DocumentFolder(long id, long parent, View view) {
        this.id = id;
        this.parent = parent;
        this.view = view;
    }

    @Override
    public long id() {
        return id;
    }

    /// The number of the folder that this one is in.
    long parent() {
        return parent;
    }

    View view() {
        return view;
    }

    /// What the kernel knows of its content.
    Set<RealNode> nodes() {
        return nodes;
    }

    /// Files made beside the document's own: name in this view → name on the host.
    Map<String, String> temporaries() {
        return temporaries;
    }

    /// The folder on the host that the document's file is in, or that is the document: pinned, and
    /// the very one that was handed over, wherever it has been moved to since it was first used.
    ///
    /// @return a descriptor that stays open as long as this node is known; or a negated error
    ///   number
    synchronized int anchor(Document document, NativeFiles calls) {
        if (anchor != null && anchor.key().isSameFile(document.anchor())) {
            return anchor.descriptor().number();
        }
        var path = document.isDirectory() ? document.path() : document.path().parent();
        try {
            var found =
                    Descriptor.openWithoutLinks(
                            path.bytes(), Descriptor.O_PATH | Descriptor.O_DIRECTORY);
            if (!FileKeys.of(found, calls).isSameFile(document.anchor())) {
                found.close();
                return -org.gatehouse.libc.Libc.ENOENT;
            }
            if (anchor != null) {
                earlier.add(anchor); // another thread may be using it
            }
            anchor = new Anchor(document.anchor(), found);
            return found.number();
        } catch (SystemCallException e) {
            return -e.error();
        }
    }

    /// The descriptor that [#anchor] last gave; -1 if there is none.
    synchronized int lastAnchor() {
        return anchor == null ? -1 : anchor.descriptor().number();
    }

    /// Lets go of the host's folders; when nobody uses this any longer.
    synchronized void close() {
        earlier.forEach(each -> each.descriptor().close());
        earlier.clear();
        if (anchor != null) {
            anchor.descriptor().close();
            anchor = null;
        }
    }
}
