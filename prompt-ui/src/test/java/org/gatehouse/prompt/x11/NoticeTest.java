package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.service.Portal.HANDLE;
import static org.gatehouse.prompt.service.Portal.MAPS;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.prompt.service.Portal;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The notice of an app in the background as a window, under openbox and with a real pointer.
class NoticeTest {

    private static final int FORBID = 0;
    private static final int ALLOW = 1;
    private static final int THIS_TIME = 2;
    private static final double STOP_BUTTON = 0.2;
    private static final double THIS_TIME_BUTTON = 0.5;
    private static final double ALLOW_BUTTON = 0.8;
    private static final Duration ARMED = Duration.ofMillis(800);
    private static final int ATTEMPTS = 10;

    private static Desktop desktop;
    private static Process process;

    private Portal portal;
    private CompletableFuture<Integer> pending = new CompletableFuture<>();
    private String window = "";
    private int[] size = {};

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
        portal.close();
        Await.until("the notices are gone", () -> desktop.windows().isEmpty());
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void isAnsweredByAClickOnEachOfItsButtons() {
        tell();
        clickUntilAnswered(STOP_BUTTON);
        assertThat(pending.join()).isEqualTo(FORBID);

        tell();
        clickUntilAnswered(ALLOW_BUTTON);
        assertThat(pending.join()).isEqualTo(ALLOW);

        tell();
        clickUntilAnswered(THIS_TIME_BUTTON);
        assertThat(pending.join()).isEqualTo(THIS_TIME);
    }

    @Test
    void needsOneClickAlthoughItDoesNotHaveTheFocus() {
        var other = otherWindow();
        tell();
        passTime(ARMED.multipliedBy(2));
        assertThat(desktop.activeWindow()).isNotEqualTo(window);

        desktop.clickButtons(window, size, ALLOW_BUTTON);

        assertThat(pending.join()).isEqualTo(ALLOW);
        other.destroy();
    }

    @Test
    void takesNoClickRightAfterItHasAppeared() {
        for (int i = 0; i < ATTEMPTS; i++) {
            tell();
            long seen = System.nanoTime();
            desktop.clickButtons(window, size, STOP_BUTTON, ALLOW_BUTTON);
            if (System.nanoTime() - seen < ARMED.toNanos()) {
                passTime(Duration.ofMillis(200));
                assertThat(pending).isNotDone();
                return;
            }
            portal.closeRequest(HANDLE);
            pending.join();
        }
        throw new AssertionError("the machine is too slow for this test");
    }

    @Test
    void isNotAnsweredByTyping() {
        tell();
        desktop.activate(window);
        passTime(ARMED.multipliedBy(2));

        desktop.xdotool("key", "a", "b");
        assertThat(pending).isNotDone();
        desktop.xdotool("key", "Return");

        assertThat(pending.join()).isEqualTo(THIS_TIME);
    }

    @Test
    void isLeftUnansweredByEscapeByClosingAndByThePortal() {
        tell();
        desktop.activate(window);
        desktop.xdotool("key", "Escape");
        assertThat(pending.join()).isEqualTo(THIS_TIME);

        tell();
        desktop.run("wmctrl", "-i", "-c", window);
        assertThat(pending.join()).isEqualTo(THIS_TIME);

        tell();
        portal.closeRequest(HANDLE);
        assertThat(pending.join()).isEqualTo(THIS_TIME);
    }

    @Test
    void liesInTheCornerAboveTheOthersAndLeavesThemTheFocus() {
        var other = otherWindow();
        var active = desktop.activeWindow();

        tell();

        Await.until(
                "it lies above",
                () -> desktop.property(window, "_NET_WM_STATE").contains("_NET_WM_STATE_ABOVE"));
        assertThat(desktop.activeWindow()).isEqualTo(active);
        assertThat(desktop.property(window, "_NET_WM_STATE")).doesNotContain("ATTENTION");
        assertThat(desktop.property(window, "_NET_WM_NAME"))
                .contains("Maps is running in the background");
        var place = desktop.run("xdotool", "getwindowgeometry", "--shell", window);
        assertThat(number(place, "X") + size[0]).isBetween(1230, 1280);
        assertThat(number(place, "Y") + size[1]).isBetween(740, 800);
        other.destroy();
    }

    private static int number(String shell, String name) {
        return shell.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static Process otherWindow() {
        var before = desktop.windows();
        var program =
                desktop.session.spawn(
                        desktop.session.builder(
                                Map.of("DISPLAY", desktop.display), "xmessage", "hello"));
        desktop.activate(desktop.newWindow(before));
        return program;
    }

    private void tell() {
        var before = desktop.windows();
        pending = portal.tellOf(HANDLE, MAPS, "Maps");
        window = desktop.newWindow(before);
        size = desktop.size(window);
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
