package org.gatehouse.documents.mount;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.gatehouse.libc.NativeFiles;

/// Files that an app makes beside the one file of a document: hidden on the host, and seen only
/// where they were made.
///
/// Programs save by writing such a file and renaming it over the old one.
final class Temporaries {

    private static final String PREFIX = ".xdp-";
    private static final int LONGEST_NAME = 255;
    private static final int RANDOM_DIGITS = 13;

    private Temporaries() {}

    /// A name on the host that nobody else uses.
    ///
    /// @param name what the app calls the file; each character a byte
    static String nameOnHost(String name) {
        var random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 32);
        int room = LONGEST_NAME - PREFIX.length() - RANDOM_DIGITS - 1;
        return PREFIX + name.substring(0, Math.min(name.length(), room)) + '-' + random;
    }

    /// Takes note of a new one. The kernel may forget the folder; the folder does not forget the
    /// file.
    static void add(DocumentTree tree, DocumentFolder folder, String shown, String onHost) {
        if (folder.temporaries().put(shown, onHost) == null) {
            tree.hold(folder.view(), folder.parent());
        }
    }

    /// Takes note that one has gone.
    static void remove(DocumentTree tree, DocumentFolder folder, String shown, NativeFiles calls) {
        if (folder.temporaries().remove(shown) != null) {
            tree.forget(folder.id(), 1, calls);
        }
    }

    /// Deletes what an app made and did not rename; when the document is not seen there any longer.
    static void removeAll(DocumentTree tree, DocumentFolder folder, NativeFiles calls) {
        int anchor = folder.lastAnchor();
        if (anchor < 0) {
            return;
        }
        for (var each : List.copyOf(folder.temporaries().entrySet())) {
            try (var arena = Arena.ofConfined()) {
                calls.unlink(anchor, Names.put(arena, each.getValue()));
            }
            remove(tree, folder, each.getKey(), calls);
        }
    }
}
