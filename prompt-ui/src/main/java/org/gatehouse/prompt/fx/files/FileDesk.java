package org.gatehouse.prompt.fx.files;

import java.nio.file.Path;
import org.gatehouse.prompt.files.FileTypes;
import org.gatehouse.prompt.files.disk.MimeDatabase;
import org.gatehouse.prompt.files.disk.Places;
import org.gatehouse.role.XdgDirectories;

/// What every chooser window needs to know of this machine and this person.
record FileDesk(FileTypes types, Places places) {

    static FileDesk of(XdgDirectories directories) {
        return new FileDesk(
                new MimeDatabase(directories),
                new Places(directories, Path.of("/proc/self/mountinfo")));
    }
}
