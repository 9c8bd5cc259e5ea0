package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BlockingCallsTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void runOnPlatformThreads() throws Exception {
        try (var calls = new BlockingCalls(LONG)) {
            assertThat(calls.within(() -> Thread.currentThread().isVirtual())).isFalse();
        }
    }

    @Test
    void areGivenUpAfterTheDeadline() {
        var never = new CountDownLatch(1);
        try (var calls = new BlockingCalls(SHORT)) {
            assertThatThrownBy(() -> calls.within(() -> waited(never)))
                    .isInstanceOf(IdentityDoubt.class);
        }
    }

    private static boolean waited(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return true;
    }

    @Test
    void areADoubtWhenTheyFail() {
        try (var calls = new BlockingCalls(LONG)) {
            assertThatThrownBy(() ->
                            calls.within(() -> {
                                throw new IllegalStateException("broken");
                            }))
                    .isInstanceOf(IdentityDoubt.class);
        }
    }

    @Test
    void endWithTheInterruptOfWhoeverWaits() {
        var never = new CountDownLatch(1);
        try (var calls = new BlockingCalls(LONG)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> calls.within(() -> waited(never)))
                    .isInstanceOf(InterruptedException.class);
        }
    }
}
