package org.gatehouse.settings.fx;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Permissions;
import org.gatehouse.settings.SettingsSession;

/// The settings window, opened once in a process. The toolkit must be up.
///
/// Threads: any.
public final class FxSettings {

    private final CompletableFuture<SettingsWindow> window = new CompletableFuture<>();
    private final Permissions permissions;
    private final InstalledApps apps;
    private final Executor work;

    /// @param work runs one after another, where calls may wait
    public FxSettings(Permissions permissions, InstalledApps apps, Executor work) {
        this.permissions = permissions;
        this.apps = apps;
        this.work = work;
    }

    /// Opens the window.
    ///
    /// @param closed is told when it has been closed
    public void open(Runnable closed) {
        Platform.runLater(() -> {
            var clock = Clock.system(ZoneId.systemDefault());
            var opened = new SettingsWindow(new Stage(), this::session, new AppIcons(apps), clock);
            opened.stage().setOnHidden(_ -> closed.run());
            opened.start();
            opened.stage().show();
            window.complete(opened);
        });
    }

    private SettingsSession session(Consumer<Model> shown) {
        return new SettingsSession(permissions, Platform::runLater, work, shown);
    }

    /// Brings the window to the front.
    public void raise() {
        withWindow(opened -> {
            opened.stage().setIconified(false);
            opened.stage().show();
            opened.stage().toFront();
            opened.stage().requestFocus();
        });
    }

    /// Shows a page, and the window in front.
    public void show(Page page) {
        raise();
        withWindow(opened -> opened.go(page));
    }

    public void close() {
        withWindow(opened -> opened.stage().hide());
    }

    private void withWindow(Consumer<SettingsWindow> action) {
        var _ = window.thenAcceptAsync(action, Platform::runLater);
    }
}
