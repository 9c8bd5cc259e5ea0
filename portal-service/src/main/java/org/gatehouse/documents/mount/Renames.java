package org.gatehouse.documents.mount;

import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.documents.fuse.Opcode;
import org.gatehouse.documents.mount.NodeTable.KnownAs;
import org.gatehouse.documents.mount.Places.BesideFile;
import org.gatehouse.documents.mount.Places.InFolder;
import org.gatehouse.documents.mount.Places.Refused;
import org.gatehouse.libc.NativeFiles;

/// Gives files other names, never across documents. One for each thread.
final class Renames {

    private static final int NOT_OVER_ANOTHER = 1;
    private static final int EXCHANGE = 2;

    private final DocumentTree tree;
    private final Places places;
    private final NativeFiles calls;
    private final Names names = new Names();

    Renames(DocumentTree tree, NativeFiles calls) {
        this.tree = tree;
        this.places = new Places(tree, calls);
        this.calls = calls;
    }

    /// FUSE_RENAME, FUSE_RENAME2: the new folder, with the latter flags, and two names.
    int rename(FuseRequest request) {
        boolean hasFlags = request.opcode() == Opcode.RENAME2;
        int flags = hasFlags ? request.int32(8) : 0;
        if ((flags & ~(NOT_OVER_ANOTHER | EXCHANGE)) != 0) {
            return -Errno.EINVAL;
        }
        int name = nameAt(request);
        int newName = newNameAt(request);
        return switch (places.of(request.node())) {
            case Refused refused -> refused.error();
            case InFolder(var from) ->
                    switch (places.of(request.int64(0))) {
                        case InFolder(var to) when from.folder() == to.folder() ->
                                between(from, to, request, flags);
                        case Refused refused when isWithin(request.int64(0), from.folder()) ->
                                refused.error();
                        case Refused _, InFolder _, BesideFile _ -> -Errno.EXDEV;
                    };
            case BesideFile place when request.int64(0) == request.node() ->
                    beside(place, request.name(name), request.name(newName), flags);
            case BesideFile _ -> -Errno.EXDEV;
        };
    }

    private static int nameAt(FuseRequest request) {
        return request.opcode() == Opcode.RENAME2 ? 16 : 8;
    }

    private static int newNameAt(FuseRequest request) {
        return nameAt(request) + request.nameLength(nameAt(request)) + 1;
    }

    private int between(RealNode from, RealNode to, FuseRequest request, int flags) {
        long newName = request.address(newNameAt(request));
        long name = request.address(nameAt(request));
        int error = calls.rename(from.descriptor(), name, to.descriptor(), newName, flags);
        if (error == 0 && calls.examine(to.descriptor(), newName) == 0) {
            tree.nodes()
                    .renamed(
                            RealNode.Key.of(to.folder(), calls.status()),
                            new KnownAs(to.id(), request.name(newNameAt(request))));
        }
        return error;
    }

    private boolean isWithin(long node, DocumentFolder folder) {
        return switch (tree.nodes().find(node)) {
            case DocumentFolder itself -> itself == folder;
            case RealNode real -> real.folder() == folder;
            case null, default -> false;
        };
    }

    /// Files of one view, on the host in one folder; what is hidden there has two names.
    private int beside(BesideFile place, String from, String to, int flags) {
        var source = place.onHost(from);
        var target = place.onHost(to);
        if (source == null) {
            return -Errno.ENOENT;
        }
        if (flags == EXCHANGE) {
            return target == null ? -Errno.ENOENT : move(place, source, target, EXCHANGE);
        }
        var hidden = target == null ? Temporaries.nameOnHost(to) : target;
        int error = move(place, source, hidden, flags);
        if (error < 0) {
            return error;
        }
        if (target == null) {
            Temporaries.add(tree, place.folder(), to, hidden);
        }
        if (from.equals(place.name())) {
            tree.table().emptied(place.folder().view().document());
        } else {
            Temporaries.remove(tree, place.folder(), from, calls);
        }
        return 0;
    }

    private int move(BesideFile place, String from, String to, int flags) {
        int folder = place.anchor();
        return calls.rename(folder, names.first(from), folder, names.second(to), flags);
    }
}
