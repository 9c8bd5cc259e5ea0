package org.gatehouse.prompt.x11;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gatehouse.prompt.Standing;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.protocol.ParentWindow;

/// Decides whether the window that an app names is the app's.
///
/// A backend is not told the process that asks, so the window's process is compared with the app
/// id: a sandboxed app (Flatpak by its desktop file, Snap by its id) gets only windows of processes
/// inside its own sandbox; another app gets only windows of processes outside any Flatpak. So no
/// sandboxed app can hang its question on a window that is not its own. An app without id gets no
/// parent. The process is the one that the X server itself has seen connecting; only where the
/// server cannot tell it is the one that the window claims.
public final class ParentWindows {

    private static final int LARGEST_FILE = 64 * 1024;

    private final Path proc;
    private final InstalledApps apps;

    public ParentWindows(Path proc, InstalledApps apps) {
        this.proc = proc;
        this.apps = apps;
    }

    Optional<Long> verified(XDisplay display, String displayName, Standing standing) {
        if (!(standing.parentWindow() instanceof ParentWindow.X11(long window))
                || standing.appId().isEmpty()
                || !display.isViewable(window)) {
            return Optional.empty();
        }
        return XResource.processOf(displayName, window)
                .or(() -> display.firstLong(window, "_NET_WM_PID"))
                .filter(pid -> isOf(standing.appId(), pid))
                .map(_ -> window);
    }

    /// Whether a process may be one of the app's.
    boolean isOf(String appId, long pid) {
        var process = proc.resolve(Long.toString(pid));
        if (appId.startsWith("snap.")) {
            return text(process.resolve("cgroup")).contains("/" + appId + ".");
        }
        var info = process.resolve("root/.flatpak-info");
        boolean flatpak = apps.isFlatpak(appId) || Files.exists(info);
        return flatpak
                ? text(info).lines().anyMatch(("name=" + appId)::equals)
                : Files.isDirectory(process);
    }

    private static String text(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
