package org.gatehouse.prompt.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.service.Portal.HANDLE;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.impl.portal.Access.AccessDialogResult;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The backend's half of R12: what a portal sees when the prompt process is killed or hangs. The
/// long form (`-Dgatehouse.long=true`) has the 500 rounds of the bar.
class R12PromptProcessKilledTest {

    private static final int ROUNDS = Boolean.getBoolean("gatehouse.long") ? 500 : 3;
    private static final Duration TOLD = Duration.ofSeconds(1);

    /// Twice the bar's three seconds: the JVM of this test has no AOT cache.
    private static final Duration RESTARTED = Duration.ofSeconds(6);

    private PrivateBus session;
    private Portal portal;

    @BeforeEach
    void start() {
        session = PrivateBus.start();
        portal = Portal.on(session);
    }

    @AfterEach
    void end() {
        portal.close();
        session.close();
    }

    @Test
    void tellsThePortalAtOnceAndNeverGrants() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var process = startAndAwait("timeout;allow");
            var pending = askAndAwait();

            process.destroyForcibly();

            assertFailsQuickly(pending);
            process.waitFor();
        }
    }

    @Test
    void tellsThePortalAtOnceWhenAHungProcessIsKilled() throws Exception {
        var process = startAndAwait("timeout");
        var pending = askAndAwait();
        stop(process);
        assertThat(pending).isNotDone();

        process.destroyForcibly();

        assertFailsQuickly(pending);
    }

    @Test
    void isBackSoonAndAnswersAgain() throws Exception {
        startAndAwait("timeout").destroyForcibly().waitFor();
        long begin = System.nanoTime();

        startAndAwait("allow");
        var answer = portal.ask(HANDLE).get();

        assertThat(answer.response().intValue()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(RESTARTED);
    }

    private static void assertFailsQuickly(CompletableFuture<AccessDialogResult> pending) {
        Await.until("the portal is told", TOLD, pending::isDone);
        assertThat(pending).isCompletedExceptionally();
    }

    private void stop(Process process) {
        session.run("kill", "-STOP", "" + process.pid()).succeeded();
    }

    private Process startAndAwait(String script) {
        Await.until(
                "the former is gone", () -> portal.bus.peers().owner(PromptRole.NAME).isEmpty());
        var process = PromptProcess.start(session, Map.of("GATEHOUSE_PROMPT_SCRIPT", script));
        Await.until(
                "the role is there", () -> portal.bus.peers().owner(PromptRole.NAME).isPresent());
        return process;
    }

    private CompletableFuture<AccessDialogResult> askAndAwait() {
        var pending = portal.ask(HANDLE);
        Await.until("a request is open", () -> portal.hasRequest(HANDLE));
        return pending;
    }
}
