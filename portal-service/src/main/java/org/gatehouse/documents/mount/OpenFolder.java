package org.gatehouse.documents.mount;

import java.util.List;

/// A folder whose entries are being listed.
///
/// Threads: the kernel lists with one at a time.
final class OpenFolder implements OpenFiles.Opened {

    /// An entry of a folder that is not on the host.
    ///
    /// @param name each character a byte
    /// @param isFolder or a file
    record Entry(String name, long inode, boolean isFolder) {}

    private final Node node;
    private final int descriptor;
    private final List<Entry> entries;
    private long position;

    private OpenFolder(Node node, int descriptor, List<Entry> entries) {
        this.node = node;
        this.descriptor = descriptor;
        this.entries = entries;
    }

    /// One on the host.
    static OpenFolder real(Node node, int descriptor) {
        return new OpenFolder(node, descriptor, List.of());
    }

    /// One that is not.
    static OpenFolder listed(Node node, List<Entry> entries) {
        return new OpenFolder(node, -1, entries);
    }

    Node node() {
        return node;
    }

    @Override
    public int descriptor() {
        return descriptor;
    }

    List<Entry> entries() {
        return entries;
    }

    /// Where the descriptor is.
    long position() {
        return position;
    }

    void position(long reached) {
        position = reached;
    }
}
