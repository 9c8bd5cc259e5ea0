package org.gatehouse.prompt.files;

import org.gatehouse.prompt.files.Entry.Kind;
import org.gatehouse.protocol.HostPath;

/// Things in a folder, for tests.
final class Entries {

    static final HostPath FOLDER = new HostPath("/home/ada");

    private Entries() {}

    static Entry file(String name) {
        return file(name, 1, 1);
    }

    static Entry file(String name, long size, long modified) {
        return of(name, Kind.FILE, size, modified);
    }

    static Entry folder(String name) {
        return of(name, Kind.FOLDER, 4096, 1);
    }

    static Entry of(String name, Kind kind, long size, long modified) {
        var path = FOLDER.child(FileNames.encoded(name));
        return new Entry(path, FileNames.shown(path.name()), kind, size, modified);
    }
}
