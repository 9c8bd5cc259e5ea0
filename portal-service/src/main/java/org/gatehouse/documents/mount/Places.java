package org.gatehouse.documents.mount;

import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.libc.NativeFiles;
import org.jspecify.annotations.Nullable;

/// Where a name in a folder of the mount is on the host, for those who want to change it.
///
/// One for each thread.
final class Places {

    private final DocumentTree tree;
    private final NativeFiles calls;

    Places(DocumentTree tree, NativeFiles calls) {
        this.tree = tree;
        this.calls = calls;
    }

    /// A folder in which something may be changed, as the kernel named it.
    sealed interface Place permits Refused, InFolder, BesideFile {}

    /// Nothing may be changed there.
    ///
    /// @param error a negated error number
    record Refused(int error) implements Place {}

    /// A real folder.
    record InFolder(RealNode node) implements Place {}

    /// `ID/` of one file.
    ///
    /// @param anchor the folder on the host that the file is in
    /// @param name what the file is called, there and here
    record BesideFile(DocumentFolder folder, int anchor, String name) implements Place {

        /// What a name is called on the host; null if there is no such file in this view.
        @Nullable String onHost(String shown) {
            return shown.equals(name) ? name : folder.temporaries().get(shown);
        }
    }

    /// Where changes to a folder are made.
    Place of(long id) {
        return switch (tree.nodes().find(id)) {
            case null -> new Refused(-Errno.ENOENT);
            case Node.Root _, Node.Apps _, Node.App _ -> new Refused(-Errno.EACCES);
            case DocumentFolder folder -> inDocument(folder);
            case RealNode real when !real.folder().view().mayWrite(tree.table()) ->
                    new Refused(-Errno.EACCES);
            case RealNode real when !real.isFolder() -> new Refused(-Errno.ENOTDIR);
            case RealNode real -> new InFolder(real);
        };
    }

    private Place inDocument(DocumentFolder folder) {
        var document = tree.document(folder.view());
        if (document.isEmpty()
                || document.get().isDirectory()
                || !folder.view().mayWrite(tree.table())) {
            return new Refused(-Errno.EACCES);
        }
        int anchor = folder.anchor(document.get(), calls);
        return anchor < 0
                ? new Refused(anchor)
                : new BesideFile(folder, anchor, document.get().name());
    }
}
