package org.gatehouse.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.role.XdgDirectories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All classes of permission, by id.
///
/// Those that come with Gatehouse, then those in `gatehouse/classes/*.toml` below each of
/// `$XDG_CONFIG_DIRS`, `$XDG_DATA_DIRS` and `$XDG_DATA_HOME`. A file adds a class; one that names
/// an id or a place in the store that is known already, or that is faulty, is left out with a
/// warning.
///
/// Read when it is first asked for, which takes some tens of milliseconds. Threads: any.
public final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final String FOLDER = "gatehouse/classes";
    private static final long LARGEST = 64 * 1024;

    /// In the order in which they are shown.
    private static final List<String> OURS =
            List.of(
                    "location",
                    "background",
                    "autostart",
                    "camera",
                    "microphone",
                    "speakers",
                    "notifications",
                    "screenshot",
                    "wallpaper",
                    "usb",
                    "gamemode",
                    "realtime");

    private final List<Path> folders;
    private volatile Map<String, PermissionClass> classes = Map.of();

    /// The catalogue of a session.
    public Catalogue(XdgDirectories directories) {
        this(
                Stream.of(
                                directories.configDirs().stream(),
                                directories.dataDirs().stream(),
                                Stream.of(directories.dataHome()))
                        .flatMap(paths -> paths)
                        .map(path -> path.resolve(FOLDER))
                        .toList());
    }

    private Catalogue(List<Path> folders) {
        this.folders = folders;
    }

    /// What comes with Gatehouse, and nothing else.
    public static Catalogue ofOurs() {
        return new Catalogue(List.of());
    }

    public List<PermissionClass> all() {
        return List.copyOf(classes().values());
    }

    public Optional<PermissionClass> find(String id) {
        return Optional.ofNullable(classes().get(id));
    }

    /// A class that comes with Gatehouse.
    ///
    /// @throws IllegalArgumentException if it does not
    public PermissionClass get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no class " + id));
    }

    /// The class that is kept at a place of the store.
    public Optional<PermissionClass> at(String table, String entry) {
        return classes().values().stream().filter(each -> isAt(each, table, entry)).findFirst();
    }

    private static boolean isAt(PermissionClass permission, String table, String entry) {
        return permission.row().table().equals(table) && permission.row().id().equals(entry);
    }

    private Map<String, PermissionClass> classes() {
        if (classes.isEmpty()) {
            read();
        }
        return classes;
    }

    private synchronized void read() {
        if (!classes.isEmpty()) {
            return;
        }
        var found = new LinkedHashMap<String, PermissionClass>();
        OURS.forEach(id -> found.put(id, ours(id)));
        folders.stream()
                .flatMap(folder -> files(folder).stream())
                .forEach(file -> add(file, found));
        classes = found;
    }

    private static PermissionClass ours(String id) {
        try (var in = Catalogue.class.getResourceAsStream(id + ".toml")) {
            if (in == null) {
                throw new IllegalStateException("the class " + id + " is not in the jar");
            }
            return ClassFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TomlException e) {
            throw new IllegalStateException(id + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private static void add(Path file, Map<String, PermissionClass> found) {
        try {
            var permission = parse(file);
            var row = permission.row();
            boolean taken =
                    found.containsKey(permission.id())
                            || found.values().stream()
                                    .anyMatch(each -> isAt(each, row.table(), row.id()));
            if (taken) {
                LOG.warn("{} is left out: the class {} is known", file, permission.id());
                return;
            }
            found.put(permission.id(), permission);
        } catch (IOException | TomlException e) {
            LOG.warn("{} is left out: {}", file, e.getMessage());
        }
    }

    /// Reads one file.
    ///
    /// @throws TomlException if it is not a class, with the place of the mistake
    public static PermissionClass parse(Path file) throws IOException, TomlException {
        if (Files.size(file) > LARGEST) {
            throw new TomlException("larger than 64 KiB");
        }
        return ClassFile.parse(Files.readString(file));
    }
}
