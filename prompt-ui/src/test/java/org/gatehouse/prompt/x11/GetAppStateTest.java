package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.prompt.service.Portal;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which apps have windows, with real sandboxes and X clients under openbox. One prompt process
/// serves all tests, as it does in a session.
class GetAppStateTest {

    private static final String MAIL = "org.example.Mail";
    private static final String MUSIC = "org.example.Music";
    private static final int BACKGROUND = 0;
    private static final int RUNNING = 1;
    private static final int ACTIVE = 2;

    private static Desktop desktop;
    private static Process process;

    private Portal portal;

    @BeforeAll
    static void startDesktop() {
        desktop = new Desktop();
        process = desktop.prompt();
    }

    @AfterAll
    static void endDesktop() {
        desktop.close();
    }

    @BeforeEach
    void startPortal() {
        portal = Portal.on(desktop.session);
        Await.until(
                "the prompt role is there",
                () -> portal.bus.peers().owner(PromptRole.NAME).isPresent());
    }

    @AfterEach
    void endPortal() {
        Await.until("the windows are gone", () -> desktop.windows().isEmpty());
        portal.close();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void tellsTheAppThatHasThePersonsAttentionFromOthersWithWindows() throws IOException {
        try (var _ = window(MAIL, 1)) {
            awaitStates(Map.of(MAIL, ACTIVE));
            try (var _ = window(MUSIC, 2)) {
                awaitStates(Map.of(MAIL, RUNNING, MUSIC, ACTIVE));
            }
            awaitKey(MUSIC, false);
        }
        awaitStates(Map.of());
    }

    @Test
    void takesAnIconifiedWindowForAnOpenOneWithoutAttention() throws IOException {
        try (var _ = window(MAIL, 1)) {
            awaitStates(Map.of(MAIL, ACTIVE));

            desktop.xdotool("windowminimize", desktop.windows().getFirst());

            awaitStates(Map.of(MAIL, RUNNING));
        }
    }

    @Test
    void listsAnAppWithoutAWindowForAsLongAsItRuns() throws IOException {
        try (var _ = Sandbox.start(desktop, MUSIC, 3, "sleep", "1000")) {
            assertThat(portal.appStates()).isEqualTo(Map.of(MUSIC, BACKGROUND));
            try (var _ = window(MUSIC, 4)) {
                awaitStates(Map.of(MUSIC, ACTIVE));
            }
            awaitStates(Map.of(MUSIC, BACKGROUND));
        }
        assertThat(portal.appStates()).isEmpty();
    }

    @Test
    void givesNoAppTheWindowOfAProgramOutside() throws IOException {
        var outside =
                desktop.session.spawn(
                        desktop.session.builder(
                                Map.of("DISPLAY", desktop.display),
                                "xmessage",
                                "-title",
                                MUSIC,
                                "hello"));
        try (var _ = Sandbox.start(desktop, MUSIC, 5, "sleep", "1000")) {
            Await.until("a window is there", () -> !desktop.windows().isEmpty());

            assertThat(portal.appStates()).isEqualTo(Map.of(MUSIC, BACKGROUND));
        } finally {
            outside.destroy();
        }
    }

    @Test
    void saysWhenWindowsOpenAndClose() throws IOException {
        portal.appStates();
        var changes = portal.countChanges();

        try (var _ = window(MAIL, 6)) {
            awaitMore(changes, 0);
            awaitStates(Map.of(MAIL, ACTIVE));
        }

        awaitMore(changes, changes.get());
        awaitStates(Map.of());
    }

    @Test
    void saysNothingWhenTheSameAppsHaveOtherWindows() throws IOException {
        try (var _ = window(MAIL, 7)) {
            awaitStates(Map.of(MAIL, ACTIVE));
            var changes = portal.countChanges();

            desktop.run("wmctrl", "-i", "-r", desktop.windows().getFirst(), "-T", "another title");
            desktop.run(
                    "wmctrl", "-i", "-r", desktop.windows().getFirst(), "-b", "add,maximized_vert");
            try (var _ = window(MUSIC, 8)) {
                awaitMore(changes, 0);
            }
            awaitMore(changes, changes.get());

            assertThat(changes.get()).as("opened and closed, no more").isBetween(2, 4);
        }
    }

    @Test
    void neverStartsTheToolkit() {
        portal.appStates();

        assertThat(Desktop.read(Path.of("/proc/" + process.pid() + "/maps")))
                .contains("libxcb")
                .doesNotContain("libgtk", "libprism", "libglass");
    }

    @Test
    void isNotKnownWhereX11IsNotTheWholeDesktop() {
        var display = desktop.display;

        assertThat(XWindows.of(Map.of("DISPLAY", display)).now()).isPresent();
        assertThat(XWindows.of(Map.of("DISPLAY", display, "WAYLAND_DISPLAY", "wayland-0")).now())
                .isEmpty();
        assertThat(XWindows.of(Map.of("DISPLAY", ":4242")).now()).isEmpty();
        assertThat(XWindows.of(Map.of()).now()).isEmpty();
    }

    private static Sandbox window(String app, int instance) throws IOException {
        var before = desktop.windows();
        var sandbox = Sandbox.start(desktop, app, instance, "xmessage", "window of " + app);
        desktop.newWindow(before);
        return sandbox;
    }

    private void awaitStates(Map<String, Integer> states) {
        Await.until("the states are " + states, () -> portal.appStates().equals(states));
    }

    private void awaitKey(String app, boolean there) {
        Await.until(
                app + " is " + (there ? "there" : "gone"),
                () -> portal.appStates().containsKey(app) == there);
    }

    private static void awaitMore(AtomicInteger changes, int before) {
        Await.until("a change is told", () -> changes.get() > before);
    }
}
