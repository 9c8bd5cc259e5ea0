package org.gatehouse.portal.background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.libc.ProcessEnds;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppId;
import org.gatehouse.watch.FolderWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The instances of Flatpak apps that run now: `$XDG_RUNTIME_DIR/.flatpak/ID/`.
///
/// The kernel tells when an instance comes (inotify) and when it ends (pidfd), so that nothing is
/// looked at while nothing changes. Threads: guarded by the object, but `changed` runs on threads
/// of its own.
final class FlatpakInstances implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlatpakInstances.class);
    private static final int LARGEST = 64 * 1024;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern CHILD = Pattern.compile("\"child-pid\"\\s*:\\s*([0-9]{1,9})\\b");

    /// @param unwatch ends the watch for its end
    private record Running(FlatpakInstance instance, Runnable unwatch) {}

    private final Path folder;
    private final Runnable changed;
    private final ProcessEnds ends;
    private final FolderWatch watch;
    private final Map<String, Running> running = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private boolean incomplete;
    private boolean closed;

    /// Begins to hear of changes.
    ///
    /// @param changed run after something may have changed, on some thread; must not wait
    /// @throws IOException if the kernel has nothing to watch with
    FlatpakInstances(Path runtime, Runnable changed) throws IOException {
        this.folder = runtime.resolve(".flatpak");
        this.changed = changed;
        this.ends = ProcessEnds.start("instances-end");
        try {
            this.watch = FolderWatch.start("instances-come", List.of(folder), changed);
        } catch (IOException e) {
            ends.close();
            throw e;
        }
    }

    /// Those that run now; looks at what is new.
    synchronized List<FlatpakInstance> running() {
        refresh();
        return running.values().stream().map(Running::instance).toList();
    }

    /// Whether an instance is about to come that is not complete yet, so that another look in a
    /// moment is worth it.
    synchronized boolean isIncomplete() {
        return incomplete;
    }

    /// One that runs now.
    synchronized Optional<FlatpakInstance> find(AppId app, String id) {
        refresh();
        return Optional.ofNullable(running.get(id))
                .map(Running::instance)
                .filter(each -> each.app().equals(app));
    }

    private void refresh() {
        if (closed) {
            return;
        }
        var present = folders();
        incomplete = false;
        over.retainAll(present);
        for (var id : present) {
            if (!running.containsKey(id) && !over.contains(id)) {
                look(id);
            }
        }
        var gone = running.values().stream().filter(each -> each.instance().hasEnded()).toList();
        gone.forEach(this::forget);
    }

    private Set<String> folders() {
        try (var entries = Files.list(folder)) {
            var found = new HashSet<String>();
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> NUMBER.matcher(name).matches())
                    .forEach(found::add);
            return found;
        } catch (IOException e) {
            // no Flatpak app was ever started in this login session
            return Set.of();
        }
    }

    /// A folder without a living process is looked at again: Flatpak makes it first.
    private void look(String id) {
        var place = folder.resolve(id);
        var app =
                KeyFile.read(place.resolve("info"))
                        .flatMap(keys -> keys.value("Application", "name"))
                        .flatMap(AppId::parse);
        var first = text(place.resolve("bwrapinfo.json")).flatMap(FlatpakInstances::child);
        if (app.isEmpty() || first.isEmpty()) {
            incomplete |= isYoung(place);
            return;
        }
        int outer = text(place.resolve("pid")).flatMap(FlatpakInstances::number).orElse(0);
        var instance = FlatpakInstance.open(app.get(), id, first.get(), outer);
        if (instance.isEmpty()) {
            note(id, place);
            return;
        }
        follow(instance.get());
    }

    private void note(String id, Path place) {
        if (isYoung(place)) {
            incomplete = true;
        } else {
            over.add(id);
        }
    }

    private void follow(FlatpakInstance instance) {
        Runnable unwatch = () -> {};
        try {
            unwatch = ends.watch(instance.process(), changed);
        } catch (SystemCallException e) {
            LOG.warn("the end of {} will not be heard of: {}", instance.app(), e.getMessage());
        }
        running.put(instance.id(), new Running(instance, unwatch));
    }

    private void forget(Running gone) {
        running.remove(gone.instance().id());
        over.add(gone.instance().id());
        gone.unwatch().run();
        gone.instance().process().close();
    }

    private static boolean isYoung(Path place) {
        try {
            long age = System.currentTimeMillis() - Files.getLastModifiedTime(place).toMillis();
            return age < 10_000;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> child(String json) {
        var found = CHILD.matcher(json);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        var plain = text.strip();
        return NUMBER.matcher(plain).matches() && plain.length() < 10
                ? Optional.of(Integer.valueOf(plain))
                : Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        watch.close();
        ends.close();
        List.copyOf(running.values()).forEach(this::forget);
    }
}
