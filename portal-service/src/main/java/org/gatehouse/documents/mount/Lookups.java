package org.gatehouse.documents.mount;

import java.util.Optional;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseHandler;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.libc.NativeFiles;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.jspecify.annotations.Nullable;

/// What a name in a folder stands for. One for each thread.
final class Lookups {

    private static final String BY_APP = "by-app";

    private final DocumentTree tree;
    private final NativeFiles calls;
    private final Names names = new Names();

    Lookups(DocumentTree tree, NativeFiles calls) {
        this.tree = tree;
        this.calls = calls;
    }

    /// FUSE_LOOKUP: a name; the answer is a `struct fuse_entry_out`.
    int lookUp(FuseRequest request, FuseReply reply) {
        return switch (tree.nodes().find(request.node())) {
            case null -> -Errno.ENOENT;
            case Node.Root _ -> inRoot(request.name(0), reply);
            case Node.Apps _ -> app(request.name(0), reply);
            case Node.App app -> document(app.id(), app.app(), request.name(0), reply);
            case DocumentFolder folder -> inDocument(folder, request, reply);
            case RealNode real when !real.isFolder() -> -Errno.ENOTDIR;
            case RealNode real when !real.folder().view().mayRead(tree.table()) -> -Errno.ENOENT;
            case RealNode real ->
                    entry(
                            new Asked(real.folder(), real.id(), request, 0),
                            real.descriptor(),
                            request.address(0),
                            false,
                            reply);
        };
    }

    private int inRoot(String name, FuseReply reply) {
        if (name.equals(BY_APP)) {
            Attributes.virtualEntry(reply, tree, Node.APPS, FolderModes.LISTED);
            return 0;
        }
        return document(Node.ROOT, null, name, reply);
    }

    private int app(String name, FuseReply reply) {
        var app = AppId.parse(name);
        if (app.isEmpty()) {
            return -Errno.ENOENT;
        }
        var known = new NodeTable.KnownAs(Node.APPS, name);
        var node = tree.nodes().hold(app.get(), known, id -> new Node.App(id, app.get()));
        Attributes.virtualEntry(reply, tree, node.id(), FolderModes.LISTED);
        return 0;
    }

    private int document(long parent, @Nullable AppId app, String name, FuseReply reply) {
        var view = DocumentId.parse(name).map(id -> new View(app, id));
        if (view.isEmpty() || !view.get().mayRead(tree.table())) {
            return -Errno.ENOENT;
        }
        var folder = tree.hold(view.get(), parent);
        Attributes.virtualEntry(reply, tree, folder.id(), FolderModes.of(view.get(), tree));
        return 0;
    }

    private int inDocument(DocumentFolder folder, FuseRequest request, FuseReply reply) {
        var document = readable(folder);
        if (document.isEmpty()) {
            return -Errno.ENOENT;
        }
        int anchor = folder.anchor(document.get(), calls);
        if (anchor < 0) {
            return -Errno.ENOENT;
        }
        var asked = new Asked(folder, folder.id(), request, 0);
        var name = asked.name();
        boolean isOwn = name.equals(document.get().name());
        if (document.get().isDirectory()) {
            return isOwn ? entry(asked, anchor, names.first("."), false, reply) : -Errno.ENOENT;
        }
        var onHost = isOwn ? name : folder.temporaries().get(name);
        return onHost == null
                ? -Errno.ENOENT
                : entry(asked, anchor, names.first(onHost), true, reply);
    }

    private Optional<Document> readable(DocumentFolder folder) {
        var view = folder.view();
        return view.mayRead(tree.table()) ? tree.document(view) : Optional.empty();
    }

    /// What the kernel asks for, and will know the answer by.
    ///
    /// @param folder the document that it is in
    /// @param parent the node that it is asked for in
    /// @param request has the name
    /// @param at where in the request
    record Asked(DocumentFolder folder, long parent, FuseRequest request, int at) {
        String name() {
            return request.name(at);
        }
    }

    /// Answers with what a name in a folder on the host stands for.
    ///
    /// @param onlyFiles whether anything but a regular file counts as absent
    int entry(Asked asked, int parent, long name, boolean onlyFiles, FuseReply reply) {
        int error = calls.examine(parent, name);
        if (error < 0) {
            return error;
        }
        var status = calls.status();
        if (onlyFiles && !status.isRegular()) {
            return -Errno.ENOENT;
        }
        var known = tree.nodes().holdKnown(RealNode.Key.of(asked.folder(), status));
        if (known == null) {
            int pinned = calls.pin(parent, name);
            return pinned < 0 ? pinned : pinnedEntry(asked, pinned, onlyFiles, reply);
        }
        boolean writable = asked.folder().view().mayWrite(tree.table());
        Attributes.realEntry(reply, known.id(), status, writable);
        return 0;
    }

    /// Answers with a file that has been pinned; the descriptor is the node's, or closed.
    int pinnedEntry(Asked asked, int pinned, boolean onlyFiles, FuseReply reply) {
        int error = calls.examine(pinned);
        var status = calls.status();
        if (error < 0 || tree.isOwnDevice(status.device()) || (onlyFiles && !status.isRegular())) {
            calls.close(pinned);
            return error < 0 ? error : -Errno.ENOENT;
        }
        var node = node(asked, pinned);
        boolean writable = asked.folder().view().mayWrite(tree.table());
        Attributes.realEntry(reply, node.id(), status, writable);
        return 0;
    }

    private RealNode node(Asked asked, int pinned) {
        var status = calls.status();
        var folder = asked.folder();
        var known = new NodeTable.KnownAs(asked.parent(), asked.name());
        var node =
                (RealNode)
                        tree.nodes()
                                .hold(
                                        RealNode.Key.of(folder, status),
                                        known,
                                        id -> RealNode.of(id, folder, pinned, status));
        if (node.descriptor() == pinned) {
            folder.nodes().add(node);
            tree.hasGrown();
        } else {
            calls.close(pinned);
        }
        return node;
    }

    /// FUSE_FORGET: how often.
    int forget(FuseRequest request) {
        tree.forget(request.node(), request.int64(0), calls);
        return FuseHandler.NO_REPLY;
    }

    /// FUSE_BATCH_FORGET: a count, and as many pairs of a node and how often.
    int forgetMany(FuseRequest request) {
        int count = request.int32(0);
        for (int i = 0; i < count; i++) {
            int at = 8 + 16 * i;
            tree.forget(request.int64(at), request.int64(at + 8), calls);
        }
        return FuseHandler.NO_REPLY;
    }
}
