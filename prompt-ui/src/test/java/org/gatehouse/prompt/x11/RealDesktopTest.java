package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.service.Portal.HANDLE;
import static org.gatehouse.prompt.service.Portal.MAPS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.impl.portal.Access.AccessDialogResult;
import org.gatehouse.prompt.fx.TypingWindow;
import org.gatehouse.prompt.service.Portal;
import org.gatehouse.prompt.service.PromptProcess;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The dialog on a real X server: openbox, xdotool, a private bus. One prompt process serves all
/// tests, as it does in a session.
class RealDesktopTest {

    private static final double DENY = 0.25;
    private static final double ALLOW = 0.75;
    private static final Duration ARMED = Duration.ofMillis(800);
    private static final Duration LONG_ENOUGH = Duration.ofMillis(1500);
    private static final int ATTEMPTS = 10;

    private static Desktop desktop;
    private static Process process;

    private Portal portal;
    private CompletableFuture<AccessDialogResult> pending = new CompletableFuture<>();
    private String window = "";
    private int[] size = {};
    private final List<Process> strangers = new ArrayList<>();

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
    void endPortal() throws InterruptedException {
        portal.close();
        for (var stranger : strangers) {
            stranger.destroy();
            stranger.waitFor();
        }
        Await.until("the dialogs are gone", () -> desktop.windows().isEmpty());
        assertThat(process.isAlive()).isTrue();
    }

    @Nested
    class Allowing {

        @Test
        void needsAClickOnceItsTimeHasCome() {
            ask();

            clickUntilAnswered(ALLOW);

            assertThat(pending.join().response().intValue()).isZero();
            assertThat(Portal.chosen(pending.join()))
                    .containsExactly("accuracy=exact", "lifespan=once");
        }

        @Test
        void isNotPossibleBefore() {
            ask();

            assertDeadRightAfter(() -> {
                portal.closeRequest(HANDLE);
                pending.join();
                ask();
            });
        }

        @Test
        void isNotPossibleRightAfterAMove() {
            askAndWait();

            // only once it has really moved: the window manager takes its time
            assertDeadRightAfter(() -> desktop.xdotool("windowmove", "--sync", window, "37", "51"));
        }

        @Test
        void isNotPossibleRightAfterAnyFurtherMove() {
            askAndWait();
            desktop.xdotool("windowmove", "--sync", window, "80", "90");
            desktop.xdotool("windowmove", "--sync", window, "120", "140");
            passTime(LONG_ENOUGH);

            assertDeadRightAfter(() -> desktop.xdotool("windowmove", "--sync", window, "37", "51"));
        }

        @Test
        void isNotPossibleRightAfterTheFocusCameBack() {
            askAndWait();
            var others = desktop.windows();
            var other = portal.ask(HANDLE + "x", "", Portal.options());
            var second = desktop.newWindow(others);
            desktop.activate(second);

            assertDeadRightAfter(() -> desktop.activate(window));
            assertThat(other).isNotDone();
        }

        @Test
        void isNotPossibleUnderAnOverlayThatTakesNoFocus() {
            askAndWait();
            try (var _ = new Overlay(desktop.display, 400, 100, 300, 200)) {
                passTime(LONG_ENOUGH);
                desktop.clickButtons(window, size, ALLOW, DENY);
                passTime(ARMED);
                assertThat(pending).isNotDone();
            }
            clickUntilAnswered(ALLOW);
        }

        @Test
        void isNeverDoneByEnter() {
            askAndWait();

            desktop.xdotool("key", "Tab", "Return", "Return", "KP_Enter");

            passTime(ARMED);
            assertThat(pending).isNotDone();
        }

        @Test
        void isDoneByTabAndSpace() {
            askAndWait();

            desktop.xdotool("key", "Tab", "space");

            assertThat(pending.join().response().intValue()).isZero();
        }

        @Test
        void isNotDoneByAKeyThatRepeats() {
            ask();

            desktop.xdotool("key", "Tab", "keydown", "space");
            passTime(LONG_ENOUGH);
            desktop.xdotool("keyup", "space");

            passTime(Duration.ofMillis(300));
            assertThat(pending).isNotDone();
        }
    }

    @Nested
    class Refusing {

        @Test
        void needsAClickOnceItsTimeHasCome() {
            ask();

            clickUntilAnswered(DENY);

            assertThat(pending.join().response().intValue()).isEqualTo(1);
            assertThat(pending.join().results()).isEmpty();
        }

        @Test
        void isWhatEnterDoes() {
            askAndWait();

            desktop.xdotool("key", "Return");

            assertThat(pending.join().response().intValue()).isEqualTo(1);
        }
    }

    @Nested
    class Dismissing {

        @Test
        void isWhatEscapeDoes() {
            ask();

            desktop.activate(window);
            desktop.xdotool("key", "Escape");

            assertThat(pending.join().response().intValue()).isEqualTo(2);
        }

        @Test
        void isWhatClosingDoes() {
            ask();

            desktop.run("wmctrl", "-i", "-c", window);

            assertThat(pending.join().response().intValue()).isEqualTo(2);
        }

        @Test
        void isWhatThePortalsCloseDoes() {
            ask();

            portal.closeRequest(HANDLE);

            assertThat(pending.join().response().intValue()).isEqualTo(2);
        }

        @Test
        void happensWhenThePortalLeavesTheBus() {
            ask();

            portal.close();

            Await.until("the dialog is gone", () -> desktop.windows().isEmpty());
        }
    }

    @Nested
    class TheWindow {

        @Test
        void isAProperDialog() {
            ask();

            assertThat(desktop.property(window, "_NET_WM_WINDOW_TYPE")).contains("_TYPE_DIALOG");
            assertThat(desktop.property(window, "WM_CLASS"))
                    .contains("gatehouse-prompt", "Gatehouse");
            assertThat(desktop.property(window, "_NET_WM_PID")).contains("" + process.pid());
            assertThat(desktop.property(window, "_NET_WM_NAME")).contains("Allow Maps to use");
        }

        @Test
        void belongsToTheWindowOfTheAppThatAsks() {
            var parent = strangersWindow();

            ask(MAPS, "x11:" + parent.substring(2));

            assertThat(desktop.property(window, "WM_TRANSIENT_FOR")).contains(parent);
            awaitState("_NET_WM_STATE_MODAL");
        }

        @Test
        void neverBelongsToAWindowOutsideTheSandboxOfTheAppThatAsks() throws Exception {
            installFlatpak("org.example.Boxed");
            var parent = strangersWindow();

            ask("org.example.Boxed", "x11:" + parent.substring(2));

            assertThat(desktop.property(window, "WM_TRANSIENT_FOR")).contains("not found");
        }

        @Test
        void ignoresAParentThatIsNotThere() {
            ask(MAPS, "x11:7fffffff");

            assertThat(desktop.property(window, "WM_TRANSIENT_FOR")).contains("not found");
        }

        @Test
        void doesNotTakeTheFocusFromAWindowInWhichThePersonTypes() {
            var presses = desktop.session.folder().resolve("presses");
            startTyping(presses);
            var other = desktop.newWindow(List.of());
            desktop.activate(other);

            ask();
            desktop.xdotool("key", "a", "space", "Return", "b");

            Await.until("the keys have arrived", () -> Desktop.read(presses).equals("ASRB"));
            assertThat(desktop.activeWindow()).isEqualTo(other);
            awaitState("_NET_WM_STATE_DEMANDS_ATTENTION");
            assertThat(pending).isNotDone();
        }

        private void awaitState(String state) {
            Await.until(
                    "the window is in the state " + state,
                    () -> desktop.property(window, "_NET_WM_STATE").contains(state));
        }

        private void startTyping(Path presses) {
            var command = new ArrayList<>(PromptProcess.java(TypingWindow.class));
            command.add(presses.toString());
            var builder =
                    desktop.session.builder(
                            Map.of("DISPLAY", desktop.display), command.toArray(String[]::new));
            var cache = "-Djavafx.cachedir=" + desktop.session.folder().resolve("javafx");
            builder.command().add(1, cache);
            strangers.add(desktop.session.spawn(builder));
        }

        private void installFlatpak(String id) throws IOException {
            var applications = desktop.session.folder().resolve("data/applications");
            Files.createDirectories(applications);
            Files.writeString(
                    applications.resolve(id + ".desktop"),
                    "[Desktop Entry]\nName=Boxed\nX-Flatpak=" + id + "\n");
        }

        /// The window of a program outside of any sandbox; gone with the test's portal.
        private String strangersWindow() {
            var before = desktop.windows();
            var program =
                    desktop.session.spawn(
                            desktop.session.builder(
                                    Map.of("DISPLAY", desktop.display), "xmessage", "hello"));
            strangers.add(program);
            return desktop.newWindow(before);
        }
    }

    private void ask() {
        ask(MAPS, "");
    }

    private void ask(String app, String parent) {
        var before = desktop.windows();
        pending = portal.ask(HANDLE, app, parent, Portal.options());
        window = desktop.newWindow(before);
        size = desktop.size(window);
    }

    private void askAgain() {
        if (!pending.isDone()) {
            portal.closeRequest(HANDLE);
        }
        pending.join();
        askAndWait();
    }

    private void askAndWait() {
        ask();
        passTime(LONG_ENOUGH);
    }

    /// Clicks both buttons within the delay after `event`; tries again when the machine was too
    /// slow for that.
    private void assertDeadRightAfter(Runnable event) {
        for (int i = 0; i < ATTEMPTS; i++) {
            long start = System.nanoTime();
            event.run();
            desktop.clickButtons(window, size, ALLOW, DENY);
            if (System.nanoTime() - start < ARMED.toNanos()) {
                passTime(Duration.ofMillis(200));
                assertThat(pending).isNotDone();
                return;
            }
            askAgain();
        }
        throw new AssertionError("the machine is too slow for this test");
    }

    private void clickUntilAnswered(double share) {
        Await.until(
                "the click is answered",
                () -> {
                    desktop.clickButtons(window, size, share);
                    return pending.isDone();
                });
    }

    /// Lets time pass: what is tested here is a delay.
    private static void passTime(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("time passes", () -> System.nanoTime() > end);
    }
}
