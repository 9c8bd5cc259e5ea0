package org.gatehouse.documents.mount;

import org.gatehouse.libc.NativeStatus;

/// A real file, folder or link, seen in a document.
///
/// @param id its number
/// @param folder the document as it is seen there
/// @param descriptor pins it (O_PATH), until the kernel forgets the node
/// @param device that it is on, as stat(2) writes the number
/// @param isFolder whether names can be looked up in it
record RealNode(long id, DocumentFolder folder, int descriptor, long device, boolean isFolder)
        implements Node {

    static RealNode of(long id, DocumentFolder folder, int descriptor, NativeStatus status) {
        return new RealNode(id, folder, descriptor, status.device(), status.isFolder());
    }

    /// Which file it is, within one view: the kernel gets the same node for the same file, whatever
    /// name it came by.
    record Key(long folder, long device, long inode) {
        static Key of(DocumentFolder folder, NativeStatus status) {
            return new Key(folder.id(), status.device(), status.inode());
        }
    }
}
