package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.service.Portal.HANDLE;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.prompt.service.Portal;
import org.gatehouse.prompt.service.PromptProcess;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.UserUnits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long the prompt process stays while apps run, with a patience of three seconds.
class StayingTest {

    private static final String MUSIC = "org.example.Music";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static Desktop desktop;

    private Portal portal;
    private Process process;

    @BeforeAll
    static void startDesktop() {
        desktop = new Desktop();
    }

    @AfterAll
    static void endDesktop() {
        desktop.close();
    }

    @BeforeEach
    void start() {
        portal = Portal.on(desktop.session);
        process =
                PromptProcess.start(
                        desktop.session,
                        Map.of(
                                "DISPLAY",
                                desktop.display,
                                "GATEHOUSE_PROMPT_IDLE_MS",
                                "" + PATIENCE.toMillis()));
        Await.until(
                "the prompt role is there",
                Duration.ofSeconds(60),
                () -> portal.bus.peers().owner(PromptRole.NAME).isPresent());
    }

    @AfterEach
    void end() throws InterruptedException {
        portal.close();
        process.destroy();
        process.waitFor();
    }

    @Test
    void staysWhileAnAppRunsWhoseWindowsThePortalAskedFor() throws Exception {
        try (var _ = Sandbox.start(desktop, MUSIC, 1, "sleep", "1000")) {
            portal.appStates();

            assertThat(process.waitFor(PATIENCE.multipliedBy(3))).as("it left").isFalse();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the app ended").isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /// It has no window: of a snap nobody else would tell when it opens one.
    @Test
    void staysWhileASnapRuns() throws Exception {
        var units = UserUnits.open();
        Assumptions.assumeTrue(units.isPresent(), "this process may not make control groups");
        try (var opened = units.get()) {
            opened.start("snap.spot-it.player-0a1b.scope", "exec sleep 1000");
            Await.until("it runs", () -> opened.isPopulated("snap.spot-it.player-0a1b.scope"));
            portal.appStates();

            assertThat(process.waitFor(PATIENCE.multipliedBy(3))).as("it left").isFalse();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the snap ended").isTrue();
    }

    @Test
    void leavesWhenThePortalHasGone() throws Exception {
        try (var _ = Sandbox.start(desktop, MUSIC, 2, "sleep", "1000")) {
            portal.appStates();

            portal.close();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void leavesWithTheToolkitAllTheSameAndMakesThePortalAskAnew() throws Exception {
        try (var _ = Sandbox.start(desktop, MUSIC, 3, "sleep", "1000")) {
            portal.appStates();
            var changes = portal.countChanges();
            showANotice();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(process.exitValue()).isZero();
            Await.until("the portal is told", () -> changes.get() > 0);
        }
    }

    private void showANotice() {
        var before = desktop.windows();
        var pending = portal.tellOf(HANDLE, MUSIC, "Music");
        Await.until(
                "a window appears",
                Duration.ofSeconds(60),
                () -> !desktop.windows().equals(before));
        portal.closeRequest(HANDLE);
        assertThat(pending.join()).isEqualTo(2);
    }
}
