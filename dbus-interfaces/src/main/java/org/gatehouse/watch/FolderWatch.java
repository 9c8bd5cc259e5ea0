package org.gatehouse.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when something in some folders has changed, also in folders that do not exist yet.
///
/// Event driven (inotify). A folder that does not exist is awaited at its nearest existing parents,
/// where only the next name of the path counts. Changes are told together once 60 ms have passed
/// without a further one, or 300 ms after the first.
///
/// Threads: a platform thread of its own, on which `changed` runs; closing from any thread, which
/// waits for nothing.
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final int PARENTS = 3;
    private static final long QUIET_MILLIS = 60;
    private static final long AT_MOST_MILLIS = 300;
    private static final long STACK_BYTES = 256 * 1024;

    private final Set<Path> folders;
    private final Runnable changed;
    private final WatchService service;
    private final Map<WatchKey, Path> keys = new HashMap<>();

    private FolderWatch(List<Path> folders, Runnable changed, WatchService service) {
        this.folders = Set.copyOf(folders.stream().map(FolderWatch::plain).toList());
        this.changed = changed;
        this.service = service;
    }

    /// Begins to watch. What changes from the return of this on is told.
    ///
    /// @throws IOException if the kernel has no watches to give
    public static FolderWatch start(String name, List<Path> folders, Runnable changed)
            throws IOException {
        var watch = new FolderWatch(folders, changed, FileSystems.getDefault().newWatchService());
        try {
            watch.register();
        } catch (IOException e) {
            watch.close();
            throw e;
        }
        Thread.ofPlatform()
                .daemon()
                .name(name)
                .stackSize(STACK_BYTES)
                .unstarted(watch::run)
                .start();
        return watch;
    }

    private static Path plain(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private void run() {
        try {
            while (true) {
                if (isOurs(service.take())) {
                    awaitQuiet();
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            LOG.debug("a watch of folders is closed");
        } catch (IOException | RuntimeException e) {
            LOG.warn("changes of {} are not heard of any longer", folders, e);
        }
    }

    private void awaitQuiet() throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AT_MOST_MILLIS);
        long quietFor = QUIET_MILLIS;
        while (quietFor > 0) {
            var key = service.poll(quietFor, TimeUnit.MILLISECONDS);
            if (key == null) {
                return;
            }
            var _ = isOurs(key);
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            quietFor = Math.min(QUIET_MILLIS, left);
        }
    }

    /// Whether the events of a key are about our folders.
    private boolean isOurs(WatchKey key) throws IOException {
        var place = keys.get(key);
        boolean ours = false;
        for (var event : key.pollEvents()) {
            ours |= place != null && concerns(place, event);
        }
        boolean gone = !key.reset();
        if (gone) {
            keys.remove(key);
        }
        if (ours || gone) {
            register();
        }
        return ours || (gone && place != null && folders.contains(place));
    }

    private boolean concerns(Path place, WatchEvent<?> event) {
        if (folders.contains(place) || !(event.context() instanceof Path name)) {
            return true;
        }
        var child = place.resolve(name);
        return folders.stream().anyMatch(folder -> folder.startsWith(child));
    }

    /// Each parent before its child is looked for, so that a child made meanwhile is not missed.
    private void register() throws IOException {
        var wanted = new HashSet<Path>();
        for (var folder : folders) {
            for (var place : chain(folder)) {
                if (wanted.add(place) && !register(place)) {
                    wanted.remove(place);
                }
            }
        }
    }

    /// The folder and its nearest parents that exist, outermost first.
    private static List<Path> chain(Path folder) {
        var chain = new ArrayList<Path>();
        int existing = 0;
        for (@Nullable Path at = folder; at != null && existing <= PARENTS; at = at.getParent()) {
            chain.addFirst(at);
            if (Files.isDirectory(at)) {
                existing++;
            }
        }
        return chain;
    }

    private boolean register(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try {
            keys.put(place.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), place);
            return true;
        } catch (IOException e) {
            if (Files.isReadable(place) && Files.isDirectory(place)) {
                throw e;
            }
            // not for our eyes, or gone meanwhile
            return false;
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("a watch of folders is left open: {}", e.getMessage());
        }
    }
}
