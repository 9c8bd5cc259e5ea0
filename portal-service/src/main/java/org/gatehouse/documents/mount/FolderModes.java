package org.gatehouse.documents.mount;

/// The modes of folders that are not on the host.
final class FolderModes {

    /// `doc/`, `by-app/`, `by-app/APP/`, and what holds a folder.
    static final int LISTED = 0500;

    private static final int WITH_A_FILE = 0700;

    private FolderModes() {}

    /// The mode of `ID/`: files can be made in it beside the document's own, by those who may
    /// write.
    static int of(View view, DocumentTree tree) {
        boolean holdsFile =
                tree.document(view).filter(document -> !document.isDirectory()).isPresent();
        return holdsFile && view.mayWrite(tree.table()) ? WITH_A_FILE : LISTED;
    }
}
