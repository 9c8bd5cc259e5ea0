package org.gatehouse.portal.background;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.portal.fake.WindowsBackend;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;

/// A session in which an app asks to run in the background.
final class Background implements AutoCloseable {

    static final String SYNC = "org.example.Sync";

    private final PortalSession session = new PortalSession();
    private final WindowsBackend windows = session.withBackground();

    private Background() {}

    /// With the portal and the reference permission store.
    static Background open() {
        var background = new Background();
        background.session.withStore().withPortal();
        return background;
    }

    /// With a rule of the person's about the background.
    static Background under(String verdict) {
        var background = new Background();
        background.session.write(
                "config/gatehouse/policy.d/background.toml",
                "[[rule]]\nclass = \"background\"\nverdict = \"" + verdict + "\"\n");
        background.session.withStore().withPortal();
        return background;
    }

    PortalSession session() {
        return session;
    }

    WindowsBackend windows() {
        return windows;
    }

    App app() {
        return session.flatpak(SYNC);
    }

    /// The entry that starts an app at login.
    Path entry(String app) {
        return configHome().resolve("autostart").resolve(app + ".desktop");
    }

    String entryText() {
        try {
            return Files.readString(entry(SYNC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything in the folder of entries, finished or not.
    String[] entries() {
        var names = configHome().resolve("autostart").toFile().list();
        return names == null ? new String[0] : names;
    }

    private Path configHome() {
        return Path.of(session.bus().environment().getOrDefault("XDG_CONFIG_HOME", "/"));
    }

    /// Asks and has the person allow it as asked; gives the Response.
    String allowed(App app, String options) {
        var handle = app.requestBackground(options).path();
        session.backend().next().allow();
        return app.fullResponse(handle);
    }

    /// Asks where nobody has to be asked; gives the Response.
    String unasked(App app, String options) {
        return app.fullResponse(app.requestBackground(options).path());
    }

    /// `BackgroundApps` of the monitor, as `gdbus` prints it; `""` if it does not answer.
    String list() {
        return session.bus()
                .run(
                        "gdbus",
                        "call",
                        "--session",
                        "-d",
                        "org.freedesktop.background.Monitor",
                        "-o",
                        "/org/freedesktop/background/monitor",
                        "-m",
                        "org.freedesktop.DBus.Properties.Get",
                        "org.freedesktop.background.Monitor",
                        "BackgroundApps")
                .out();
    }

    /// A sandbox of Flatpak's shape, with a record of the instance and process ids of its own.
    Sandbox sandbox(String id, String script) {
        return new Sandbox(session, SYNC, id, script);
    }

    @Override
    public void close() {
        session.close();
    }
}
