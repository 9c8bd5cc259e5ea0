package org.gatehouse.portal.filechooser;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;

/// Opens what a person picked, once: from then on the descriptor counts, and no path.
///
/// Threads: any; the opening itself is done on threads of its own, since a file system may take its
/// time.
final class PickedFiles implements AutoCloseable {

    private static final int MOST = 8;
    private static final int IDLE_SECONDS = 10;

    /// A file or folder that is open (`O_PATH`).
    ///
    /// @param name of the document to be, which for a link that was picked is that of its target
    record PickedFile(Descriptor descriptor, String name) implements AutoCloseable {

        /// Hands the descriptor over to somebody who closes it.
        int take() {
            return descriptor.release();
        }

        @Override
        public void close() {
            descriptor.close();
        }
    }

    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    0,
                    MOST,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("picked-", 0).factory(),
                    new ThreadPoolExecutor.CallerRunsPolicy());

    /// Opens a file or a folder, links followed; empty if it is not there.
    ///
    /// @throws InterruptedException if this thread is interrupted
    Optional<PickedFile> open(HostPath path) throws InterruptedException {
        return soon(() -> {
            var file = Descriptor.open(path.bytes(), Descriptor.O_PATH);
            return new PickedFile(file, name(file, path));
        });
    }

    /// Opens the folder in which a file is to be made.
    ///
    /// @throws InterruptedException if this thread is interrupted
    Optional<PickedFile> folderOf(HostPath path) throws InterruptedException {
        return soon(() -> {
            int flags = Descriptor.O_PATH | Descriptor.O_DIRECTORY;
            return new PickedFile(Descriptor.open(path.parent().bytes(), flags), path.name());
        });
    }

    private static String name(Descriptor file, HostPath picked) throws SystemCallException {
        return HostPath.parse(file.place()).map(HostPath::name).orElse(picked.name());
    }

    private Optional<PickedFile> soon(Callable<PickedFile> opening) throws InterruptedException {
        try {
            return Optional.of(threads.submit(opening).get());
        } catch (ExecutionException | CancellationException _) {
            // not there, or not to be opened: whoever asked is told that it is missing
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
