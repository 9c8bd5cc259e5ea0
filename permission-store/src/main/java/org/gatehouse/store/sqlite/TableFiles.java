package org.gatehouse.store.sqlite;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.TableName;
import org.gatehouse.store.gvdb.DamagedTable;
import org.gatehouse.store.gvdb.TableFileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reference's table files that are there.
///
/// Threads: that of the arena.
final class TableFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TableFiles.class);

    private final StoreFolder folder;
    private final Arena arena;

    /// A table file that looks like one; whether all of it can be read is [#isWhole]'s to say.
    ///
    /// @param mirroredAt the sequence as of which it is our mirror; empty if another program wrote
    ///   it
    /// @param checksum of the whole file if another program wrote it, not 0 then
    record TableFile(
            TableName table, TableFileReader reader, OptionalLong mirroredAt, long checksum) {}

    /// @param arena holds what is read from the files
    TableFiles(StoreFolder folder, Arena arena) {
        this.folder = folder;
        this.arena = arena;
    }

    /// All that look like one. A file that does not is set aside, with a line in the log.
    List<TableFile> read() throws IOException {
        var found = new ArrayList<TableFile>();
        if (!Files.isDirectory(folder.tables())) {
            return found;
        }
        try (var files = Files.newDirectoryStream(folder.tables())) {
            for (var file : files) {
                if (Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                    read(file, found);
                }
            }
        }
        return found;
    }

    private void read(Path file, List<TableFile> found) throws IOException {
        try {
            var bytes = map(file);
            var reader = new TableFileReader(bytes);
            var table = new TableName(file.getFileName().toString());
            var mirroredAt = reader.mirroredAt();
            long checksum = mirroredAt.isPresent() ? 0 : checksum(bytes);
            found.add(new TableFile(table, reader, mirroredAt, checksum));
        } catch (PortalException e) {
            LOG.warn("{} is not the name of a table; left alone", file);
        } catch (DamagedTable e) {
            setAside(file, e);
        }
    }

    /// Whether all of a file can be read, which takes as long as reading it. If not, it is set
    /// aside.
    boolean isWhole(TableFile file) {
        try {
            file.reader().checkMirror();
            file.reader().entries((_, _) -> {});
            return true;
        } catch (DamagedTable e) {
            setAside(folder.tables().resolve(file.table().value()), e);
            return false;
        }
    }

    /// Whether a file is not a mirror that has been damaged. If it is, it is set aside.
    boolean isIntact(TableFile file) {
        try {
            file.reader().checkMirror();
            return true;
        } catch (DamagedTable e) {
            setAside(folder.tables().resolve(file.table().value()), e);
            return false;
        }
    }

    private void setAside(Path file, DamagedTable damage) {
        var aside = folder.own().resolve("damaged-tables").resolve(file.getFileName());
        try {
            Files.createDirectories(aside.resolveSibling("."));
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn(
                    "table file {} is damaged ({}), set aside as {}",
                    file,
                    damage.getMessage(),
                    aside);
        } catch (IOException e) {
            LOG.warn(
                    "table file {} is damaged ({}), and stays: {}",
                    file,
                    damage.getMessage(),
                    e.toString());
        }
    }

    private ByteBuffer map(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = Math.min(channel.size(), Integer.MAX_VALUE);
            return channel.map(MapMode.READ_ONLY, 0, size, arena).asByteBuffer();
        }
    }

    private static long checksum(ByteBuffer file) {
        var checksum = new CRC32C();
        checksum.update(file.duplicate());
        return checksum.getValue() | 1L << 32;
    }
}
