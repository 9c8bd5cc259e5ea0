package org.gatehouse.documents.mount;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;

/// What is in a folder. One for each thread.
final class Listings {

    private static final int ENTRY = 24;
    private static final int OPEN_REPLY = 16;
    private static final int FROM_THE_START = 0;
    private static final int CHUNK = 32 * 1024;

    private final DocumentTree tree;
    private final NativeFiles calls;
    private final VirtualListings listings;
    private final MemorySegment chunk = Arena.ofAuto().allocate(CHUNK, 8);

    Listings(DocumentTree tree, NativeFiles calls) {
        this.tree = tree;
        this.calls = calls;
        this.listings = new VirtualListings(tree, calls);
    }

    /// FUSE_OPENDIR; the answer is a `struct fuse_open_out`.
    int open(FuseRequest request, FuseReply reply) {
        var node = tree.nodes().find(request.node());
        if (node == null) {
            return -Errno.ENOENT;
        }
        if (!(node instanceof RealNode real)) {
            return opened(listings.list(node), reply);
        }
        if (!real.folder().view().mayRead(tree.table())) {
            return -Errno.EACCES;
        }
        int folder = calls.reopen(real.descriptor(), Descriptor.O_RDONLY | Descriptor.O_DIRECTORY);
        return folder < 0 ? folder : opened(OpenFolder.real(real, folder), reply);
    }

    private int opened(OpenFolder folder, FuseReply reply) {
        reply.zeros(OPEN_REPLY);
        reply.int64(0, tree.open().add(folder));
        return 0;
    }

    /// FUSE_READDIR: a `struct fuse_read_in`; the answer is one `struct fuse_dirent` after another.
    int read(FuseRequest request, FuseReply reply) {
        var folder = tree.open().folder(request.int64(0));
        if (folder == null) {
            return -Errno.EBADF;
        }
        if (!mayList(folder.node())) {
            return -Errno.EACCES;
        }
        long offset = request.int64(8);
        int room = Math.min(request.int32(16), reply.room());
        return folder.descriptor() < 0
                ? listed(folder.entries(), offset, room, reply)
                : real(folder, offset, room, reply);
    }

    private boolean mayList(Node node) {
        return switch (node) {
            case Node.Root _, Node.Apps _, Node.App _ -> true;
            case DocumentFolder folder -> folder.view().mayRead(tree.table());
            case RealNode real -> real.folder().view().mayRead(tree.table());
        };
    }

    private static int listed(
            List<OpenFolder.Entry> entries, long offset, int room, FuseReply reply) {
        int end = 0;
        for (int i = (int) offset; i < entries.size(); i++) {
            var entry = entries.get(i);
            var name = entry.name().getBytes(StandardCharsets.ISO_8859_1);
            int size = size(name.length);
            if (end + size > room) {
                break;
            }
            head(reply, end, entry.inode(), i + 1L, name.length, entry.isFolder() ? 4 : 8);
            reply.bytes(end + ENTRY, name);
            end += size;
        }
        reply.setLength(end);
        return 0;
    }

    private int real(OpenFolder folder, long offset, int room, FuseReply reply) {
        if (offset != folder.position()) {
            long moved = calls.contents().seek(folder.descriptor(), offset, FROM_THE_START);
            if (moved < 0) {
                return (int) moved;
            }
        }
        // what becomes of 24 bytes takes 32
        long size = Math.min(CHUNK, room / 4L * 3);
        long got = calls.contents().entries(folder.descriptor(), chunk.address(), size);
        if (got < 0) {
            return (int) got;
        }
        long device = ((RealNode) folder.node()).device();
        convert(folder, got, device, reply);
        return 0;
    }

    /// From `struct linux_dirent64`.
    private void convert(OpenFolder folder, long got, long device, FuseReply reply) {
        int end = 0;
        for (long at = 0; at < got; at += chunk.get(JAVA_SHORT, at + 16) & 0xFFFF) {
            long next = chunk.get(JAVA_LONG_UNALIGNED, at + 8);
            int length = 0;
            while (chunk.get(JAVA_BYTE, at + 19 + length) != 0) {
                length++;
            }
            long inode = Attributes.inode(device, chunk.get(JAVA_LONG, at));
            head(reply, end, inode, next, length, chunk.get(JAVA_BYTE, at + 18));
            reply.copy(chunk, at + 19, end + ENTRY, length);
            end += size(length);
            folder.position(next);
        }
        reply.setLength(end);
    }

    private static int size(int nameLength) {
        return ENTRY + nameLength + 7 & ~7;
    }

    private static void head(
            FuseReply reply, int at, long inode, long next, int nameLength, int type) {
        reply.int64(at + size(nameLength) - 8, 0); // what fills up behind the name
        reply.int64(at, inode);
        reply.int64(at + 8, next);
        reply.int32(at + 16, nameLength);
        reply.int32(at + 20, type);
    }

    /// FUSE_FSYNCDIR: a `struct fuse_fsync_in`.
    int sync(FuseRequest request) {
        var folder = tree.open().folder(request.int64(0));
        if (folder == null || folder.descriptor() < 0) {
            return 0;
        }
        return calls.contents().sync(folder.descriptor(), (request.int32(8) & 1) != 0);
    }

    /// What is in folders that are not on the host.
    private record VirtualListings(DocumentTree tree, NativeFiles calls) {

        OpenFolder list(Node node) {
            var entries = new ArrayList<OpenFolder.Entry>();
            entries.add(new OpenFolder.Entry(".", node.id(), true));
            entries.add(new OpenFolder.Entry("..", Node.ROOT, true));
            switch (node) {
                case Node.Root _ -> {
                    entries.add(new OpenFolder.Entry("by-app", Node.APPS, true));
                    tree.table().all().forEach(each -> entries.add(folder(each.id().value())));
                }
                case Node.Apps _ ->
                        tree.table().apps().forEach(each -> entries.add(folder(each.value())));
                case Node.App app ->
                        tree.table().of(app.app()).stream()
                                .map(each -> new View(app.app(), each.id()))
                                .filter(view -> view.mayRead(tree.table()))
                                .forEach(view -> entries.add(folder(view.document().value())));
                case DocumentFolder folder -> addContent(folder, entries);
                case RealNode _ -> throw new IllegalArgumentException("is on the host");
            }
            return OpenFolder.listed(node, entries);
        }

        /// The kernel wants a number, and asks for the right one when it matters.
        private static OpenFolder.Entry folder(String name) {
            return new OpenFolder.Entry(name, 0xFFFF_FFFFL, true);
        }

        private void addContent(DocumentFolder folder, List<OpenFolder.Entry> entries) {
            var view = folder.view();
            var document = tree.document(view);
            if (document.isEmpty() || !view.mayRead(tree.table())) {
                return;
            }
            int anchor = folder.anchor(document.get(), calls);
            if (anchor < 0) {
                return;
            }
            if (document.get().isDirectory()) {
                entries.add(folder(document.get().name()));
                return;
            }
            try (var arena = Arena.ofConfined()) {
                var name = document.get().name();
                if (calls.examine(anchor, Names.put(arena, name)) == 0
                        && calls.status().isRegular()) {
                    entries.add(new OpenFolder.Entry(name, inode(), false));
                }
            }
            folder.temporaries()
                    .keySet()
                    .forEach(name -> entries.add(new OpenFolder.Entry(name, 0xFFFF_FFFFL, false)));
        }

        private long inode() {
            return Attributes.inode(calls.status().device(), calls.status().inode());
        }
    }
}
