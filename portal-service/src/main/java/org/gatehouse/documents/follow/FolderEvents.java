package org.gatehouse.documents.follow;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gatehouse.protocol.HostPath;

/// Tells when something comes to a folder or goes from it.
///
/// Threads: one of its own, on which `changed` runs; the rest on any.
final class FolderEvents implements AutoCloseable {

    private static final int MOST = 1024;
    private static final String UNREADABLE = "\uFFFD";

    private final WatchService service;
    private final Map<HostPath, WatchKey> keys = new ConcurrentHashMap<>();
    private final Map<WatchKey, HostPath> folders = new ConcurrentHashMap<>();

    /// @throws IOException if the kernel has no watches to give
    FolderEvents(Consumer<HostPath> changed) throws IOException {
        service = FileSystems.getDefault().newWatchService();
        Thread.ofPlatform().daemon().name("documents-folders").start(() -> run(changed));
    }

    private void run(Consumer<HostPath> changed) {
        try {
            while (true) {
                var key = service.take();
                var folder = folders.get(key);
                key.pollEvents();
                key.reset();
                if (folder != null) {
                    changed.accept(folder);
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // the end
        }
    }

    /// Watches a folder from now on, if it can be watched and there is room. A folder whose name is
    /// no text is not.
    void watch(HostPath folder) {
        var name = folder.toString();
        if (keys.containsKey(folder) || keys.size() >= MOST || name.contains(UNREADABLE)) {
            return;
        }
        try {
            var key = Path.of(name).register(service, ENTRY_CREATE, ENTRY_DELETE);
            keys.put(folder, key);
            folders.put(key, folder);
        } catch (IOException | ClosedWatchServiceException e) {
            // not for our eyes, or gone: looked at once a minute all the same
        }
    }

    void forget(HostPath folder) {
        var key = keys.remove(folder);
        if (key != null) {
            folders.remove(key);
            key.cancel();
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // it ends with the process
        }
    }
}
