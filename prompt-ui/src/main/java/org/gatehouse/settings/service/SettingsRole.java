package org.gatehouse.settings.service;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.freedesktop.Application;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.NameOption;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.fx.FxScreen;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.settings.fx.FxSettings;

/// The settings role: owns `org.gatehouse.Settings` and shows the window.
///
/// Ends with exit status 0 when the window is closed or the bus is gone. Where the name is taken,
/// the window that is open already is brought to the front, and this role ends at once.
public final class SettingsRole implements RunningRole {

    /// The bus name of the settings window, which is also the id of its desktop file.
    public static final String NAME = "org.gatehouse.Settings";

    static final String PATH = "/org/gatehouse/Settings";

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final BusConnection bus;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private SettingsRole(BusConnection bus) {
        this.bus = bus;
    }

    /// Starts the role: the toolkit and the connection side by side.
    ///
    /// @throws RoleFailure 1 without a bus or without a display
    public static RunningRole start(RoleSettings settings) throws RoleFailure {
        var bus = connect(settings);
        var role = new SettingsRole(bus);
        bus.onClosed(() -> role.ended.complete(0));
        try {
            role.open(settings);
            return role;
        } catch (BusException | CompletionException e) {
            bus.close();
            var cause = e.getCause() == null ? e : e.getCause();
            throw new RoleFailure(1, String.valueOf(cause.getMessage()));
        }
    }

    private static BusConnection connect(RoleSettings settings) throws RoleFailure {
        try {
            return BusConnection.open(BusAddress.session(settings.environment()));
        } catch (BusException e) {
            throw new RoleFailure(1, String.valueOf(e.getMessage()));
        }
    }

    private void open(RoleSettings settings) throws RoleFailure {
        var window = new CompletableFuture<FxSettings>();
        var face =
                new ApplicationFace(
                        () -> then(window, FxSettings::raise),
                        page -> then(window, opened -> opened.show(page)));
        bus.export(PATH, List.of(ExportedInterface.of(Application.class, face)));
        if (!bus.requestName(NAME, EnumSet.noneOf(NameOption.class))) {
            raiseTheOther();
            return;
        }
        startToolkit(settings);
        var permissions =
                new BusPermissions(
                        bus,
                        new Announced(
                                settings.directories()
                                        .stateHome()
                                        .resolve("gatehouse/unused-was-read")));
        var work = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        var opened = new FxSettings(permissions, new InstalledApps(settings.environment()), work);
        opened.open(this::close);
        window.complete(opened);
    }

    /// Callers may be quicker than the toolkit.
    private static void then(CompletableFuture<FxSettings> window, Consumer<FxSettings> action) {
        var _ = window.thenAccept(action);
    }

    private void raiseTheOther() {
        bus.remote(Application.class, NAME, PATH, DEADLINE).Activate(Map.of());
        close();
    }

    private static void startToolkit(RoleSettings settings) throws RoleFailure {
        boolean display = !settings.environment().getOrDefault("DISPLAY", "").isEmpty();
        if (!display && !FxScreen.isHeadless()) {
            throw new RoleFailure(1, "no display: DISPLAY is not set");
        }
        try {
            FxScreen.startToolkit(settings.directories().cacheHome().resolve("gatehouse/javafx"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoleFailure(1, "interrupted while the toolkit starts");
        } catch (UnsupportedOperationException e) {
            throw new RoleFailure(1, "no display: " + e.getMessage());
        }
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    @Override
    public void close() {
        bus.close();
        ended.complete(0);
    }
}
