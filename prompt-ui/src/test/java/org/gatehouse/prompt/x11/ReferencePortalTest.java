package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.FileChooser;
import org.freedesktop.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The reference portal with our file chooser as its backend, and a program of the host that asks.
class ReferencePortalTest {

    private static final String PORTAL = "org.freedesktop.portal.Desktop";
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final Path DESCRIPTION =
            Path.of("../packaging/src/image/portal/gatehouse.portal");

    private Desktop desktop;
    private BusConnection app;
    private Path folder;

    @BeforeEach
    void startPortal() throws IOException {
        desktop = new Desktop();
        var _ = desktop.prompt();
        app = desktop.session.connect();
        Await.until(
                "the prompt role is there", () -> app.peers().owner(PromptRole.NAME).isPresent());
        var portals = Files.createDirectory(desktop.session.folder().resolve("portals"));
        Files.copy(DESCRIPTION, portals.resolve("gatehouse.portal"));
        var more =
                Map.of(
                        "DISPLAY",
                        desktop.display,
                        "XDG_CURRENT_DESKTOP",
                        "gatehouse",
                        "XDG_DESKTOP_PORTAL_DIR",
                        portals.toString());
        desktop.session.spawn(
                desktop.session
                        .builder(more, "/usr/libexec/xdg-desktop-portal", "--verbose")
                        .redirectErrorStream(true)
                        .redirectOutput(desktop.session.folder().resolve("portal.log").toFile()));
        Await.until("the portal is there", () -> app.peers().owner(PORTAL).isPresent());
        // before its version 4 the portal knows no current_folder when opening
        folder = desktop.session.folder().resolve("home");
        Files.writeString(folder.resolve("a.map"), "a");
    }

    @AfterEach
    void end() {
        app.close();
        desktop.close();
    }

    @Test
    void handsOverWhatIsPickedInOurWindow() {
        var answer = open();
        var window = desktop.newWindow(List.of());
        desktop.activate(window);

        for (int i = 0; i < 10 && !answer.isDone(); i++) {
            passTime(Duration.ofMillis(1500));
            desktop.xdotool("key", "Home", "Return");
            passTime(Duration.ofMillis(300));
        }

        assertThat(answer).isDone();
        assertThat(answer.join().response().intValue()).isZero();
        var uris = Objects.requireNonNull(answer.join().results().get("uris")).getValue();
        assertThat((List<?>) uris).hasToString("[file://" + folder + "/a.map]");
    }

    @Test
    void tellsOfACancelledWindow() {
        var answer = open();
        var window = desktop.newWindow(List.of());
        desktop.activate(window);

        desktop.xdotool("key", "Escape");

        assertThat(answer.join().response().intValue()).isEqualTo(1);
    }

    private CompletableFuture<Request.Response> open() {
        var answer = new CompletableFuture<Request.Response>();
        app.subscribe(
                Request.Response.class, PORTAL, null, (response, _) -> answer.complete(response));
        app.remote(FileChooser.class, PORTAL, PATH, Duration.ofSeconds(20))
                .OpenFile("", "Open a map", Map.<String, Variant<?>>of());
        return answer;
    }

    private static void passTime(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("time passes", () -> System.nanoTime() > end);
    }
}
