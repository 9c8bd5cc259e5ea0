package org.gatehouse.prompt.fx.files;

import java.nio.file.Path;
import org.gatehouse.prompt.files.FileTypes;
import org.gatehouse.prompt.files.disk.MemoryFiles;
import org.gatehouse.prompt.files.disk.MimeDatabase;
import org.gatehouse.prompt.files.disk.Places;
import org.gatehouse.prompt.files.disk.RecentFiles;
import org.gatehouse.prompt.files.disk.Thumbnails;
import org.gatehouse.role.XdgDirectories;

/// What every chooser window needs to know of this machine and this person.
record FileDesk(
        FileTypes types,
        Places places,
        RecentFiles recent,
        Thumbnails thumbnails,
        MemoryFiles memory) {

    static FileDesk of(XdgDirectories directories) {
        return new FileDesk(
                new MimeDatabase(directories),
                new Places(directories, Path.of("/proc/self/mountinfo")),
                new RecentFiles(directories.dataHome()),
                new Thumbnails(directories.cacheHome()),
                new MemoryFiles(directories.stateHome()));
    }
}
