package org.gatehouse.prompt.running;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.identity.AppOfProcess;
import org.gatehouse.prompt.running.OpenWindows.OpenWindow;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.AppIdentity.Unknown;
import org.gatehouse.protocol.SandboxKind;

/// The apps that run, each with what the person sees of it.
///
/// A sandboxed app is told by the sandbox of the process that made the window, a host program by
/// its systemd unit. Where both have the same id only the sandboxed one counts: nobody outside of
/// the sandbox can make it appear to have a window.
///
/// Threads: any platform thread; asks the window system and reads files, keeps nothing.
public final class RunningApps {

    private final OpenWindows windows;
    private final FlatpakInstances instances;

    /// @param runtime `$XDG_RUNTIME_DIR`
    public RunningApps(OpenWindows windows, Path runtime) {
        this.windows = windows;
        this.instances = new FlatpakInstances(runtime.resolve(".flatpak"));
    }

    /// The states at one moment.
    ///
    /// @param apps app id → state
    /// @param sandboxed whether one of them is in a sandbox
    public record States(Map<String, AppState> apps, boolean sandboxed) {

        public States {
            apps = Map.copyOf(apps);
        }
    }

    /// The states now.
    ///
    /// @return empty if it cannot be known who has windows
    public Optional<States> states() {
        return windows.now().map(this::states);
    }

    /// Whether an app runs, with a window or without, that is in another sandbox than Flatpak's,
    /// which has a list of what runs. Looks at every process, so that it is for rare questions.
    public boolean isAnyUnlisted() {
        return ProcessHandle.allProcesses().anyMatch(each -> isUnlisted(each.pid()));
    }

    private static boolean isUnlisted(long pid) {
        return AppOfProcess.of(pid)
                .filter(app ->
                        app instanceof Sandboxed found && found.kind() != SandboxKind.FLATPAK)
                .isPresent();
    }

    private States states(List<OpenWindow> open) {
        var sandboxed = new TreeMap<String, AppState>();
        var host = new TreeMap<String, AppState>();
        instances.apps().forEach(app -> sandboxed.put(app, AppState.BACKGROUND));
        for (var window : open) {
            var state = window.active() ? AppState.ACTIVE : AppState.RUNNING;
            AppOfProcess.of(window.pid()).ifPresent(app -> add(app, state, sandboxed, host));
        }
        var all = new TreeMap<>(host);
        all.putAll(sandboxed);
        return new States(all, !sandboxed.isEmpty());
    }

    private static void add(
            AppIdentity app,
            AppState state,
            Map<String, AppState> sandboxed,
            Map<String, AppState> host) {
        switch (app) {
            case Sandboxed _ -> sandboxed.merge(app.wireId(), state, AppState::more);
            case Host _ -> host.merge(app.wireId(), state, AppState::more);
            case Unknown _ -> {}
        }
    }
}
