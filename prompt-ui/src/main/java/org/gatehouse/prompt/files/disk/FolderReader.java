package org.gatehouse.prompt.files.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.Entry.Kind;
import org.gatehouse.prompt.files.FileNames;
import org.gatehouse.protocol.HostPath;

/// Reads what is in a folder. Threads: any but the toolkit's; blocks as long as the disk does.
public final class FolderReader {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int MOST = 200_000;

    private FolderReader() {}

    /// What is in the folder, in no order; of a gigantic one not everything.
    ///
    /// @param soFar told three times a second what has been found, if it takes long
    /// @throws FolderTrouble in words for people
    public static List<Entry> read(HostPath folder, Consumer<List<Entry>> soFar)
            throws FolderTrouble {
        var entries = new ArrayList<Entry>();
        long told = System.nanoTime();
        try (var children = Files.newDirectoryStream(folder.toPath())) {
            for (var child : children) {
                entries.add(entry(folder.child(HostPath.of(child).name()), child));
                if (entries.size() >= MOST || Thread.interrupted()) {
                    break;
                }
                if (System.nanoTime() - told > STEP) {
                    soFar.accept(List.copyOf(entries));
                    told = System.nanoTime();
                }
            }
            return entries;
        } catch (DirectoryIteratorException e) {
            throw trouble(new IOException(e)); // the disk failed half-way
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /// One file or folder, links followed.
    public static Entry entry(HostPath path) {
        return entry(path, path.toPath());
    }

    private static Entry entry(HostPath path, Path file) {
        var label = FileNames.shown(path.name());
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Entry(
                    path,
                    label,
                    kind(attributes),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return new Entry(path, label, Kind.OTHER, 0, 0); // gone, or a link that leads nowhere
        }
    }

    private static Kind kind(BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return Kind.FOLDER;
        }
        return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
    }

    private static FolderTrouble trouble(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> new FolderTrouble("This folder is not there any more");
            case AccessDeniedException _ -> new FolderTrouble("You may not look into this folder");
            case NotDirectoryException _ -> new FolderTrouble("This is not a folder");
            case FileSystemException why when why.getReason() != null ->
                    new FolderTrouble("This folder cannot be read: " + why.getReason());
            default -> new FolderTrouble("This folder cannot be read");
        };
    }
}
