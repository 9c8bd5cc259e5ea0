package org.gatehouse.portal.background;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.identity.AppOfProcess;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.XdgDirectories;

/// All instances of apps that run now, of whatever kind.
///
/// Threads: any platform thread; `changed` runs on threads of its own.
final class Instances implements AutoCloseable {

    private final FlatpakInstances flatpaks;
    private final AppUnits units;

    private Instances(FlatpakInstances flatpaks, AppUnits units) {
        this.flatpaks = flatpaks;
        this.units = units;
    }

    /// Begins to hear of changes.
    ///
    /// @param changed run after something may have changed, on some thread; must not wait
    /// @throws IOException if the kernel has nothing to watch with
    static Instances start(XdgDirectories directories, Runnable changed) throws IOException {
        var flatpaks = new FlatpakInstances(directories.runtimeDir(), changed);
        try {
            var installed = new DesktopEntries(directories);
            var units =
                    new AppUnits(
                            UnitTree.ofThisSession(),
                            AppOfProcess::of,
                            app -> installed.find(app).isPresent(),
                            changed);
            return new Instances(flatpaks, units);
        } catch (IOException e) {
            flatpaks.close();
            throw e;
        }
    }

    /// Those that run now; looks at what is new.
    List<Instance> running() {
        return Stream.<Instance>concat(flatpaks.running().stream(), units.running().stream())
                .toList();
    }

    /// Whether an instance is about to come that is not complete yet, so that another look in a
    /// moment is worth it.
    boolean isIncomplete() {
        return flatpaks.isIncomplete();
    }

    /// A Flatpak instance that runs now.
    Optional<FlatpakInstance> find(AppId app, String id) {
        return flatpaks.find(app, id);
    }

    @Override
    public void close() {
        units.close();
        flatpaks.close();
    }
}
