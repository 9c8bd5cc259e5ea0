package org.gatehouse.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.XdgDirectories;

/// Which apps have a desktop file, `applications/ID.desktop` below a data folder. Reads the disk.
public final class InstalledApps {

    private final List<Path> folders;

    public InstalledApps(XdgDirectories directories) {
        this.folders =
                Stream.concat(Stream.of(directories.dataHome()), directories.dataDirs().stream())
                        .map(data -> data.resolve("applications"))
                        .toList();
    }

    public boolean has(AppId app) {
        var name = app + ".desktop";
        return folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(name)));
    }
}
