package org.gatehouse.portal.background;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when control groups come, go, get their first process or lose their last.
///
/// Event driven: the kernel tells of new folders and of changes of `cgroup.events` (inotify).
/// Threads: a platform thread of its own, on which `changed` runs; what is watched is said by one
/// other.
final class GroupWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWatch.class);
    private static final long STACK_BYTES = 256 * 1024;

    private final WatchService service;
    private final Runnable changed;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    private GroupWatch(WatchService service, Runnable changed) {
        this.service = service;
        this.changed = changed;
    }

    /// Begins without a folder to watch.
    ///
    /// @param changed must not wait
    /// @throws IOException if the kernel has nothing to watch with
    static GroupWatch start(Runnable changed) throws IOException {
        var watch = new GroupWatch(FileSystems.getDefault().newWatchService(), changed);
        Thread.ofPlatform()
                .daemon()
                .name("instances-groups")
                .stackSize(STACK_BYTES)
                .unstarted(watch::run)
                .start();
        return watch;
    }

    private void run() {
        try {
            while (true) {
                var key = service.take();
                boolean ours = key.pollEvents().stream().anyMatch(GroupWatch::isTelling);
                if (!key.reset() || ours) {
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            LOG.debug("the watch of control groups is closed");
        }
    }

    /// The kernel tells of other files of a group as well.
    private static boolean isTelling(WatchEvent<?> event) {
        return !event.kind().equals(ENTRY_MODIFY)
                || (event.context() instanceof Path name && name.endsWith(ControlGroup.EVENTS));
    }

    /// Watches a folder from now on, if it is not watched already.
    void add(Path folder) {
        var known = keys.get(folder);
        if (known != null && known.isValid()) {
            return;
        }
        try {
            keys.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
        } catch (IOException e) {
            LOG.debug("{} is not watched: {}", folder, e.getMessage());
        } catch (ClosedWatchServiceException e) {
            LOG.debug("too late");
        }
    }

    /// Watches no other folders than these any longer.
    void retain(Set<Path> folders) {
        keys.entrySet()
                .removeIf(each -> {
                    boolean gone = !folders.contains(each.getKey());
                    if (gone) {
                        each.getValue().cancel();
                    }
                    return gone;
                });
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("a watch of control groups is left open: {}", e.getMessage());
        }
    }
}
