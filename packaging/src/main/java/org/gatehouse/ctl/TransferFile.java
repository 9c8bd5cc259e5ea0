package org.gatehouse.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;

/// A file that only this person can read, on its way between the service and its place.
///
/// The service writes and reads descriptors; what it gets is always a plain file of ours, so that a
/// pipe or a terminal never makes it wait, and a half-written export never stands in its place.
record TransferFile(Path path) implements AutoCloseable {

    private static final int O_WRONLY = 1;

    /// An empty one, in `folder`.
    static TransferFile in(Path folder) throws IOException {
        return new TransferFile(Files.createTempFile(folder, ".gatehouse-", ".json"));
    }

    /// Where a file lies that is only passed on.
    static Path folder(Context context) {
        var named = context.service().environment().getOrDefault("TMPDIR", "");
        return Path.of(named.isEmpty() ? "/tmp" : named);
    }

    UnixFd forWriting() throws IOException {
        return open(O_WRONLY);
    }

    UnixFd forReading() throws IOException {
        return open(Descriptor.O_RDONLY);
    }

    private UnixFd open(int flags) throws IOException {
        try {
            return new UnixFd(Descriptor.open(path.toString(), flags).number());
        } catch (SystemCallException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    void moveTo(Path place) throws IOException {
        Files.move(path, place, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
