package org.gatehouse.portal.background;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;

/// The apps that run in units of the person's systemd: snaps, Linyaps apps and programs outside of
/// any sandbox that are installed as apps.
///
/// What a unit holds is told by its processes: by a sandbox's own record if one of them has one,
/// else by the unit's name. Nothing is looked at while nothing changes; see [GroupWatch]. Without a
/// systemd, or where its groups cannot be seen, there are none.
///
/// Threads: guarded by the object; `changed` runs on a thread of its own.
final class AppUnits implements AutoCloseable {

    private static final int MOST_LOOKED_AT = 64;

    /// A program may still become a sandbox.
    private static final long SETTLED = Duration.ofSeconds(30).toNanos();

    /// @param seen when it was seen first
    private record Known(Optional<UnitInstance> instance, long seen) {

        private boolean isSettled() {
            return instance.filter(each -> each.identity() instanceof Sandboxed).isPresent()
                    || System.nanoTime() - seen > SETTLED;
        }
    }

    private final Optional<UnitTree> tree;
    private final Identifying identifying;
    private final Predicate<String> installed;
    private final GroupWatch watch;
    private final Map<Path, Known> known = new HashMap<>();

    /// Tells which app a process is of.
    @FunctionalInterface
    interface Identifying {
        Optional<AppIdentity> of(int pid);
    }

    /// @param installed whether an app of this id is installed outside of any sandbox
    /// @throws IOException if the kernel has nothing to watch with
    AppUnits(
            Optional<UnitTree> tree,
            Identifying identifying,
            Predicate<String> installed,
            Runnable changed)
            throws IOException {
        this.tree = tree;
        this.identifying = identifying;
        this.installed = installed;
        this.watch = GroupWatch.start(changed);
    }

    /// Those that run now.
    synchronized List<UnitInstance> running() {
        return tree.map(this::running).orElse(List.of());
    }

    private List<UnitInstance> running(UnitTree in) {
        var folders = new HashSet<Path>();
        var units =
                in.units(folder -> {
                    folders.add(folder);
                    watch.add(folder);
                });
        watch.retain(folders);
        known.keySet().retainAll(units);
        var running = new ArrayList<UnitInstance>();
        for (var unit : units) {
            if (new ControlGroup(unit).isPopulated()) {
                look(in, unit).ifPresent(running::add);
            } else {
                known.remove(unit);
            }
        }
        return running;
    }

    private Optional<UnitInstance> look(UnitTree in, Path unit) {
        var before = known.get(unit);
        if (before != null && before.isSettled()) {
            return before.instance();
        }
        var now = identify(in, unit);
        long seen = before == null ? System.nanoTime() : before.seen();
        known.put(unit, new Known(now, seen));
        return now;
    }

    private Optional<UnitInstance> identify(UnitTree in, Path unit) {
        var group = new ControlGroup(unit);
        var processes = group.processes();
        var identities =
                processes.stream()
                        .limit(MOST_LOOKED_AT)
                        .flatMap(pid -> identifying.of(pid).stream())
                        .toList();
        var since = processes.stream().mapToLong(Processes::startOf).min();
        return app(identities).flatMap(identity -> instance(in, identity, group, since));
    }

    /// A Flatpak app is known by its own record; here it is a child of somebody else.
    private Optional<AppIdentity> app(List<AppIdentity> identities) {
        return identities.stream()
                .filter(each -> each instanceof Sandboxed app && app.kind() != SandboxKind.FLATPAK)
                .findFirst()
                .or(() -> identities.stream().filter(this::isInstalled).findFirst());
    }

    private boolean isInstalled(AppIdentity identity) {
        return identity instanceof Host(var label) && installed.test(label);
    }

    private static Optional<UnitInstance> instance(
            UnitTree in, AppIdentity identity, ControlGroup group, OptionalLong since) {
        if (since.isEmpty()) {
            return Optional.empty();
        }
        var folder = group.folder();
        var unit = folder.getFileName().toString();
        return AppId.parse(identity.wireId())
                .map(app ->
                        new UnitInstance(
                                identity, app, unit, in.pathOf(folder), group, since.getAsLong()));
    }

    @Override
    public void close() {
        watch.close();
    }
}
