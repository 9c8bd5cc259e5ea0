package org.gatehouse.documents.reach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.desktop.UserDirectories;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleSettings;

/// What Flatpak apps see of the host, read from their metadata and the overrides.
///
/// The files are read again when one of them has changed; what they lead to on the host is looked
/// at each time. No process is started.
final class FlatpakReach implements Reach {

    private static final int MOST_APPS = 256;

    /// Which state of the files something was read from.
    ///
    /// @param marks time and length of each, -1 for one that is not there
    private record Read(List<Long> marks, Filesystems given) {}

    private final FlatpakInstallations installations;
    private final RoleSettings settings;
    private final HostFiles host = new RealHostFiles();
    private final Map<AppId, Read> known = new ConcurrentHashMap<>();

    FlatpakReach(RoleSettings settings) {
        this.settings = settings;
        this.installations = FlatpakInstallations.of(settings);
    }

    @Override
    public Access of(AppId app, HostPath path) {
        var files = installations.files(app);
        if (files.isEmpty()) {
            return Access.NONE;
        }
        var given = given(app, files.get());
        var directories = settings.directories();
        var folders = SpecialFolders.of(directories, UserDirectories.read(directories));
        return Exports.of(app, given, folders, host).of(path);
    }

    private Filesystems given(AppId app, List<Path> files) {
        var marks = marks(files);
        var read = known.get(app);
        if (read != null && read.marks().equals(marks)) {
            return read.given();
        }
        var given = Filesystems.of(files.stream().map(FlatpakReach::filesystems).toList());
        if (known.size() >= MOST_APPS) {
            known.clear();
        }
        known.put(app, new Read(marks, given));
        return given;
    }

    private static List<Long> marks(List<Path> files) {
        var marks = new ArrayList<Long>();
        for (var file : files) {
            try {
                var real = file.toRealPath();
                marks.add(Files.getLastModifiedTime(real).toMillis());
                marks.add(Files.size(real));
                marks.add((long) real.hashCode());
            } catch (IOException _) {
                marks.add(-1L);
            }
        }
        return marks;
    }

    private static List<String> filesystems(Path file) {
        return KeyFile.read(file)
                .map(keys -> keys.list("Context", "filesystems"))
                .orElse(List.of())
                .stream()
                .map(word ->
                        new String(
                                word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
    }
}
