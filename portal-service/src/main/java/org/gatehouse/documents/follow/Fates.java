package org.gatehouse.documents.follow;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.FileKey;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.FileStatus;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;
import org.jspecify.annotations.Nullable;

/// Finds out what became of files.
///
/// Threads: any; may block.
final class Fates {

    private static final int ITSELF = Descriptor.O_PATH | Descriptor.O_NOFOLLOW;
    private static final int FOLDER = Descriptor.O_PATH | Descriptor.O_DIRECTORY;
    private static final String DELETED = " (deleted)";

    private Fates() {}

    /// What became of a document's file.
    ///
    /// @param held the file as it was last seen, null if it never was
    static Fate of(Document document, @Nullable Descriptor held) {
        var there = open(document);
        if (there.isPresent()) {
            return new Fate.There(there.get());
        }
        return held == null ? new Fate.Unknown() : elsewhere(document, held);
    }

    /// What is at the path of a document, if that can be its file.
    private static Optional<Descriptor> open(Document document) {
        try {
            var file = Descriptor.openWithoutLinks(document.path().bytes(), ITSELF);
            if (isIt(document, file)) {
                return Optional.of(file);
            }
            file.close();
            return Optional.empty();
        } catch (SystemCallException e) {
            return Optional.empty();
        }
    }

    /// A folder has to be the very folder; in the place of a file, any file counts.
    private static boolean isIt(Document document, Descriptor file) {
        try {
            return document.isDirectory()
                    ? key(file).isSameFile(document.anchor())
                    : file.status().isRegular();
        } catch (SystemCallException e) {
            return false;
        }
    }

    private static Fate elsewhere(Document document, Descriptor held) {
        try {
            var status = held.status();
            var place = held.place();
            var path = HostPath.parse(place);
            if (path.isPresent() && isAt(path.get(), status)) {
                return moved(document, path.get(), held);
            }
            return new String(place, StandardCharsets.ISO_8859_1).endsWith(DELETED)
                    ? new Fate.Deleted()
                    : new Fate.Unknown();
        } catch (SystemCallException e) {
            return new Fate.Unknown();
        }
    }

    private static boolean isAt(HostPath path, FileStatus status) {
        try (var file = Descriptor.openWithoutLinks(path.bytes(), ITSELF)) {
            return file.status().isSameFile(status);
        } catch (SystemCallException e) {
            return false;
        }
    }

    private static Fate moved(Document document, HostPath path, Descriptor held)
            throws SystemCallException {
        if (document.isDirectory()) {
            return new Fate.Moved(path, key(held));
        }
        try (var folder = Descriptor.openWithoutLinks(path.parent().bytes(), FOLDER)) {
            return new Fate.Moved(path, key(folder));
        }
    }

    private static FileKey key(Descriptor file) throws SystemCallException {
        var status = file.status();
        return FileKey.of(status.deviceNumber(), status.inode(), file.handle());
    }
}
