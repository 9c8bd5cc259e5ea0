package org.gatehouse.documents.mount;

import org.gatehouse.documents.FileKey;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;

/// Which file a descriptor is of.
public final class FileKeys {

    private FileKeys() {}

    /// @param calls of the calling thread
    public static FileKey of(Descriptor file, NativeFiles calls) {
        calls.examine(file.number());
        var status = calls.status();
        return FileKey.of(status.device(), status.inode(), file.handle());
    }
}
