package org.gatehouse.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.TomlException;
import org.gatehouse.policy.PolicyProblem.Effect;
import org.gatehouse.role.XdgDirectories;
import org.gatehouse.watch.FolderWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The policy files of a session: what they say now, and what is wrong with them.
///
/// Read when first asked for; from [#watch] on, changes apply within half a second. Files are
/// `*.toml`, in the order of their names. A file that is broken keeps its last good state; one that
/// was never good, or a folder that cannot be read, makes the rules doubtful.
///
/// Threads: any; reading is guarded by the object, what was read is published at once.
public final class PolicyFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFiles.class);

    /// What is known of one file or folder.
    private record Known(@Nullable PolicyFile good, @Nullable PolicyProblem problem) {}

    private record State(PolicyRules rules, List<PolicyProblem> problems) {}

    private final XdgDirectories directories;
    private final Catalogue catalogue;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Path, Known> known = new HashMap<>();
    private @Nullable FolderWatch watch;
    private boolean closed;
    private volatile @Nullable State state;

    /// Nothing is read yet.
    public PolicyFiles(XdgDirectories directories, Catalogue catalogue) {
        this.directories = directories;
        this.catalogue = catalogue;
    }

    /// What is laid down now. Reads the files when first called.
    public PolicyRules rules() {
        return state().rules();
    }

    /// What is wrong with the files now, in the order in which they apply.
    public List<PolicyProblem> problems() {
        return state().problems();
    }

    /// Has `listener` run after the rules have changed, on a thread of the watch.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Begins to follow changes, and reads what is there.
    public void watch() {
        synchronized (this) {
            if (watch != null || closed) {
                return;
            }
            try {
                watch = FolderWatch.start("policy-watch", folders(), this::reread);
            } catch (IOException e) {
                LOG.warn("changes of policy files apply after a restart: {}", e.getMessage());
            }
        }
        reread();
    }

    private List<Path> folders() {
        return Stream.of(PolicyLayer.values())
                .flatMap(layer -> layer.folders(directories).stream())
                .toList();
    }

    private State state() {
        var present = state;
        return present != null ? present : read();
    }

    private void reread() {
        var before = state;
        var now = read();
        if (before == null || !before.rules().equals(now.rules())) {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized State read() {
        var found = new ArrayList<Known>();
        var seen = new HashMap<Path, Known>();
        for (var layer : PolicyLayer.values()) {
            for (var folder : layer.folders(directories)) {
                read(layer, folder, seen);
                seen.keySet().stream()
                        .filter(path -> path.startsWith(folder))
                        .sorted()
                        .map(seen::get)
                        .forEach(found::add);
            }
        }
        known.clear();
        known.putAll(seen);
        var fresh = stateOf(found);
        state = fresh;
        return fresh;
    }

    private static State stateOf(List<Known> found) {
        var files = new ArrayList<PolicyFile>();
        var problems = new ArrayList<PolicyProblem>();
        for (var each : found) {
            if (each.good() != null) {
                files.add(each.good());
            }
            if (each.problem() != null) {
                problems.add(each.problem());
            }
        }
        boolean doubtful =
                problems.stream().anyMatch(each -> each.effect() == Effect.NOTHING_ALLOWED);
        return new State(new PolicyRules(files, doubtful), List.copyOf(problems));
    }

    private void read(PolicyLayer layer, Path folder, Map<Path, Known> seen) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".toml"))
                    .forEach(file -> seen.put(file, read(layer, file)));
        } catch (IOException | UncheckedIOException e) {
            // what it held before cannot be told from what was removed since: it all stays
            var before =
                    known.entrySet().stream()
                            .filter(each -> folder.equals(each.getKey().getParent()))
                            .toList();
            before.forEach(each -> seen.put(each.getKey(), each.getValue()));
            var effect = before.isEmpty() ? Effect.NOTHING_ALLOWED : Effect.LAST_GOOD_STATE;
            seen.put(folder, new Known(null, problem(layer, folder, "cannot be read", effect)));
        }
    }

    private Known read(PolicyLayer layer, Path file) {
        try {
            var good = PolicyFile.parse(file, layer, catalogue);
            return new Known(good, warning(good, layer, file));
        } catch (IOException e) {
            return broken(layer, file, "cannot be read: " + e.getClass().getSimpleName());
        } catch (TomlException e) {
            return broken(layer, file, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable PolicyProblem warning(PolicyFile good, PolicyLayer layer, Path file) {
        return good.warnings().isEmpty()
                ? null
                : problem(layer, file, String.join("; ", good.warnings()), Effect.WARNING);
    }

    private Known broken(PolicyLayer layer, Path file, String reason) {
        var before = known.get(file);
        var good = before == null ? null : before.good();
        var effect = good == null ? Effect.NOTHING_ALLOWED : Effect.LAST_GOOD_STATE;
        return new Known(good, problem(layer, file, reason, effect));
    }

    /// Logged when it is new.
    private PolicyProblem problem(PolicyLayer layer, Path file, String reason, Effect effect) {
        var problem = new PolicyProblem(file, layer, reason, effect);
        var before = known.get(file);
        if (before == null || !problem.equals(before.problem())) {
            LOG.warn("{}: {}", file, reason);
        }
        return problem;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (watch != null) {
            watch.close();
        }
    }
}
