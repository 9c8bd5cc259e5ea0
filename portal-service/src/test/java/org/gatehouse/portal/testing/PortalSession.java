package org.gatehouse.portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.portal.PortalRole;
import org.gatehouse.portal.fake.AccessBackend;
import org.gatehouse.portal.fake.GeoClue;
import org.gatehouse.portal.fake.Store;
import org.gatehouse.portal.fake.WindowsBackend;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.gatehouse.testing.ProcessResult;
import org.jspecify.annotations.Nullable;

/// A session of its own with the portal, a scripted backend, and, as the test wants, a scripted
/// GeoClue on a private system bus and a permission store.
public final class PortalSession implements AutoCloseable {

    public static final String MAPS = "org.example.Maps";
    public static final String BACKEND = "org.freedesktop.impl.portal.desktop.scripted";
    private static final String WINDOWS = "org.freedesktop.impl.portal.desktop.windows";
    private static final String STORE = "org.freedesktop.impl.portal.PermissionStore";
    private static final String STORE_PATH = "/org/freedesktop/impl/portal/PermissionStore";

    private final PrivateBus bus = PrivateBus.start();
    private final PrivateBus systemBus = PrivateBus.start();
    private final GeoClue geoClue = new GeoClue(systemBus.connect());
    private final BusConnection client = bus.connect();
    private final List<Runnable> atEnd = new ArrayList<>();
    private @Nullable RunningRole portal;
    private @Nullable Process store;
    private @Nullable Process screen;
    private final Map<String, String> display = new HashMap<>();
    private AccessBackend backend;

    public PortalSession() {
        this.backend = new AccessBackend(bus.connect(), BACKEND);
        write(
                "portals/scripted.portal",
                "[portal]\nDBusName=" + BACKEND + "\nInterfaces=" + served());
        write("portals/portals.conf", "[preferred]\ndefault=scripted\n");
        install(MAPS, "Name=Maps\nX-Geoclue-Reason=Shows the way home\n");
    }

    private static String served() {
        return "org.freedesktop.impl.portal.Access;org.freedesktop.impl.portal.Lockdown;\n";
    }

    /// Writes a file below the session's folder.
    public Path write(String name, String content) {
        try {
            var file = bus.folder().resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Installs a desktop file.
    public void install(String id, String keys) {
        write("data/applications/" + id + ".desktop", "[Desktop Entry]\nType=Application\n" + keys);
    }

    /// Writes a policy file of the person's.
    public Path policy(String text) {
        return write("config/gatehouse/policy.d/mine.toml", text);
    }

    /// Writes a policy file of the administrator's.
    public Path administratorsPolicy(String text) {
        return write("etc/gatehouse/policy.d/site.toml", text);
    }

    public PrivateBus bus() {
        return bus;
    }

    /// A host program's connection, in this process.
    public BusConnection client() {
        return client;
    }

    /// A further connection to the system bus, the caller's to close.
    public BusConnection onSystemBus() {
        return systemBus.connect();
    }

    public AccessBackend backend() {
        return backend;
    }

    /// The backend crashes and another one comes.
    public AccessBackend newBackend() {
        backend.close();
        backend = new AccessBackend(bus.connect(), BACKEND);
        return backend;
    }

    public GeoClue geoClue() {
        return geoClue;
    }

    /// Adds a backend that knows windows; without one the Background portal is not served.
    public WindowsBackend withBackground() {
        var windows = new WindowsBackend(bus.connect(), WINDOWS);
        atEnd(windows::close);
        write(
                "portals/windows.portal",
                "[portal]\nDBusName="
                        + WINDOWS
                        + "\nInterfaces=org.freedesktop.impl.portal.Background\n");
        write(
                "portals/portals.conf",
                """
                [preferred]
                default=scripted
                org.freedesktop.impl.portal.Background=windows
                """);
        return windows;
    }

    /// Starts the portal, with GeoClue.
    public PortalSession withPortal() {
        return withPortal(
                Map.of(
                        "DBUS_SYSTEM_BUS_ADDRESS",
                        systemBus.environment().getOrDefault("DBUS_SESSION_BUS_ADDRESS", "")));
    }

    /// Starts the portal; `more` goes over the session's environment.
    public PortalSession withPortal(Map<String, String> more) {
        var environment = bus.environment();
        environment.put("XDG_CONFIG_DIRS", bus.folder().resolve("etc").toString());
        environment.put("XDG_DESKTOP_PORTAL_DIR", bus.folder().resolve("portals").toString());
        environment.putAll(display);
        environment.putAll(more);
        try {
            portal = PortalRole.start(new RoleSettings(environment, false, true));
            return this;
        } catch (RoleFailure e) {
            throw new AssertionError(e);
        }
    }

    /// Starts an X server and a window manager, for the portal and the apps started after it.
    public PortalSession withScreen() {
        var server =
                bus.spawn(
                        bus.builder(
                                        Map.of(),
                                        "Xvfb",
                                        "-displayfd",
                                        "1",
                                        "-ac",
                                        "-nolisten",
                                        "tcp",
                                        "-noreset")
                                .redirectError(ProcessBuilder.Redirect.DISCARD));
        screen = server;
        try {
            var number = server.inputReader().readLine();
            display.put("DISPLAY", ":" + number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var manager =
                bus.spawn(
                        bus.builder(display, "openbox")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        atEnd(() -> {
            manager.destroy();
            server.destroy();
        });
        return this;
    }

    /// The X server, to be killed.
    public Process screen() {
        if (screen == null) {
            throw new AssertionError("no screen was started");
        }
        return screen;
    }

    /// Starts the reference permission store.
    public PortalSession withStore() {
        store = bus.spawn("/usr/libexec/xdg-permission-store");
        Await.until("the store serves", () -> client.peers().owner(STORE).isPresent());
        return this;
    }

    /// Starts a permission store that knows the terms of grants, scripted.
    public Store withTerms() {
        var scripted = new Store(bus.connect());
        atEnd(scripted::close);
        return scripted;
    }

    /// Has something done at the end of the session, before the portal ends.
    public void atEnd(Runnable step) {
        atEnd.add(step);
    }

    /// Ends the portal.
    public void stopPortal() {
        if (portal != null) {
            portal.close();
        }
    }

    /// A tool writes a permission row for an app.
    public void permit(String app, String... strings) {
        store("SetPermission", "location", "true", "location", app, quoted(strings)).succeeded();
    }

    /// A tool writes a row of the background table.
    public void permitBackground(String id, String app, String... strings) {
        store("SetPermission", "background", "true", id, app, quoted(strings)).succeeded();
    }

    /// The rows of an entry of the background table, as `gdbus` prints them; empty if none.
    public String backgroundRows(String id) {
        var found = store("Lookup", "background", id);
        return found.exit() == 0 ? found.out() : "";
    }

    /// The rows of the location table, as `gdbus` prints them; empty if there are none.
    public String rows() {
        var found = store("Lookup", "location", "location");
        return found.exit() == 0 ? found.out() : "";
    }

    /// Calls the store as a tool does.
    public ProcessResult store(String method, String... arguments) {
        var command =
                new ArrayList<>(
                        List.of("gdbus", "call", "--session", "-d", STORE, "-o", STORE_PATH, "-m"));
        command.add(STORE + "." + method);
        command.addAll(List.of(arguments));
        return bus.run(command.toArray(String[]::new));
    }

    private static String quoted(String... strings) {
        return "['" + String.join("','", strings) + "']";
    }

    /// The store's process, to be killed or stopped.
    public Process storeProcess() {
        if (store == null) {
            throw new AssertionError("no store was started");
        }
        return store;
    }

    /// An app in a Flatpak sandbox.
    public App flatpak(String id) {
        return flatpak(id, "24.08");
    }

    /// An app in a Flatpak sandbox, built for a branch of the runtime.
    public App flatpak(String id, String branch) {
        install(id, installedKeys(id));
        var info =
                write(
                        "info-" + id,
                        "[Application]\nname="
                                + id
                                + "\nruntime=runtime/org.freedesktop.Platform/x86_64/"
                                + branch
                                + "\n\n[Instance]\ninstance-id=4242\n");
        return sandboxed(List.of("--ro-bind", info.toString(), "/.flatpak-info"));
    }

    private static String installedKeys(String id) {
        return id.equals(MAPS)
                ? "Name=Maps\nX-Geoclue-Reason=Shows the way home\n"
                : "Name=" + id + "\n";
    }

    /// An app in a sandbox that nothing describes.
    public App unknownSandbox() {
        return sandboxed(List.of());
    }

    private App sandboxed(List<String> more) {
        var folder = bus.folder().toString();
        var command = new ArrayList<>(List.of("bwrap", "--bind", "/usr", "/usr"));
        for (var link : List.of("bin", "lib", "lib64", "sbin")) {
            command.addAll(List.of("--symlink", "usr/" + link, "/" + link));
        }
        command.addAll(List.of("--ro-bind", "/etc", "/etc", "--dev-bind", "/dev", "/dev"));
        command.addAll(List.of("--bind", "/proc", "/proc", "--bind", folder, folder));
        command.addAll(List.of("--bind-try", "/tmp/.X11-unix", "/tmp/.X11-unix"));
        command.addAll(more);
        command.addAll(List.of("--", "/usr/bin/python3", script().toString()));
        return app(command);
    }

    /// An ordinary program of the person's.
    public App host() {
        return app(List.of("/usr/bin/python3", script().toString()));
    }

    private App app(List<String> command) {
        var builder = bus.builder(display, command.toArray(String[]::new));
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        var app = new App(bus.spawn(builder));
        atEnd(app::close);
        return app;
    }

    private Path script() {
        try (var script = PortalSession.class.getResourceAsStream("/app.py")) {
            if (script == null) {
                throw new AssertionError("no app.py");
            }
            return write("app.py", new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        atEnd.reversed().forEach(Runnable::run);
        stopPortal();
        client.close();
        backend.close();
        geoClue.close();
        systemBus.close();
        bus.close();
    }
}
