package org.gatehouse.portal.background;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.XdgDirectories;

/// The folder whose entries a session starts: `$XDG_CONFIG_HOME/autostart`.
///
/// An entry is whole or not there: it is written under another name that no session reads, synced
/// and renamed. Files are reached through the folder's descriptor, and no link is followed: a
/// folder that is one is not ours to write to.
///
/// Threads: any; writers one after another, guarded by the object.
final class AutostartFolder {

    private static final String SUFFIX = ".desktop";
    private static final String UNFINISHED = ".gatehouse-new";
    private static final int LARGEST = 64 * 1024;

    private final Path parent;
    private final Path folder;

    AutostartFolder(XdgDirectories directories) {
        this.parent = directories.configHome();
        this.folder = parent.resolve("autostart");
    }

    /// Writes an entry, in the place of whatever has its name.
    ///
    /// @throws IOException if it cannot be written; what was there before is there still
    synchronized void write(AutostartEntry entry) throws IOException {
        create();
        if (text(entry.app()).filter(entry.text()::equals).isPresent()) {
            // apps ask at every start, and the file's age tells whether it can have started one
            sync();
            return;
        }
        var unfinished = Path.of("." + entry.app() + SUFFIX + UNFINISHED);
        try (var entries = open()) {
            delete(entries, unfinished);
            try {
                writeWhole(entries, unfinished, entry.text());
                entries.move(unfinished, entries, name(entry.app()));
            } catch (IOException | RuntimeException e) {
                delete(entries, unfinished);
                throw e;
            }
        }
        sync();
    }

    private void create() throws IOException {
        Files.createDirectories(parent);
        try {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (FileAlreadyExistsException e) {
            // whether it is a folder shows when it is opened
            return;
        }
    }

    private static void writeWhole(SecureDirectoryStream<Path> entries, Path name, String text)
            throws IOException {
        var options =
                Set.of(
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE_NEW,
                        LinkOption.NOFOLLOW_LINKS);
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));
        try (var file = entries.newByteChannel(name, options, mode)) {
            var content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (content.hasRemaining()) {
                file.write(content);
            }
            if (file instanceof FileChannel synced) {
                synced.force(true);
            }
        }
    }

    /// Removes the entry of an app, whoever wrote it.
    ///
    /// @return whether there was one
    /// @throws IOException if it is there still
    synchronized boolean remove(AppId app) throws IOException {
        try (var entries = open()) {
            if (!delete(entries, name(app))) {
                return false;
            }
        } catch (NoSuchFileException e) {
            return false;
        }
        sync();
        return true;
    }

    /// Whether the session starts the app at login, by an entry of ours or of anybody else.
    boolean starts(AppId app) {
        return find(app).filter(entry -> !entry.isHidden()).isPresent();
    }

    /// Whether the entry of an app is one that a portal wrote.
    boolean isOurs(AppId app) {
        return find(app).filter(AutostartFile::isOfAPortal).isPresent();
    }

    /// Whether the entry starts it in Flatpak's sandbox.
    boolean isFlatpak(AppId app) {
        return find(app).filter(AutostartFile::isFlatpak).isPresent();
    }

    /// The apps that have an entry which a portal wrote.
    List<AppId> apps() {
        var found = new ArrayList<AppId>();
        try (var entries = open()) {
            for (var each : entries) {
                var name = each.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    AppId.parse(name.substring(0, name.length() - SUFFIX.length()))
                            .filter(this::isOurs)
                            .ifPresent(found::add);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // no folder, no entries
            return List.copyOf(found);
        }
        return List.copyOf(found);
    }

    /// What the entry of an app starts, and since when it is there; empty if the session starts
    /// nothing by it.
    Optional<LoginStart.Entry> entry(AppId app) {
        try {
            long written =
                    Files.getLastModifiedTime(folder.resolve(name(app)), LinkOption.NOFOLLOW_LINKS)
                            .to(TimeUnit.SECONDS);
            return find(app)
                    .filter(entry -> !entry.isHidden())
                    .map(entry -> new LoginStart.Entry(written, entry.words()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<AutostartFile> find(AppId app) {
        return text(app).map(text -> new AutostartFile(app, KeyFile.parse(text)));
    }

    private Optional<String> text(AppId app) {
        var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (var entries = open();
                var file = entries.newByteChannel(name(app), options)) {
            var content = ByteBuffer.allocate(LARGEST);
            int got;
            do {
                got = file.read(content);
            } while (got > 0);
            return Optional.of(
                    new String(content.array(), 0, content.position(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean delete(SecureDirectoryStream<Path> entries, Path name)
            throws IOException {
        try {
            entries.deleteFile(name);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// The folder itself, through its parent and not through a link.
    private SecureDirectoryStream<Path> open() throws IOException {
        try (var above = Files.newDirectoryStream(parent)) {
            if (above instanceof SecureDirectoryStream<Path> secure) {
                return secure.newDirectoryStream(folder.getFileName(), LinkOption.NOFOLLOW_LINKS);
            }
        }
        throw new NotDirectoryException(folder.toString());
    }

    /// The rename is on the disk.
    private void sync() throws IOException {
        try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static Path name(AppId app) {
        return Path.of(app + SUFFIX);
    }
}
