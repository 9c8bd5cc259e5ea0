package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.Test;

class DeafConnectionTest {

    private static final SelfPing IMPATIENT =
            new SelfPing(Duration.ofMillis(20), Duration.ofMillis(200));

    @Test
    void isNoticedAndClosedSoThatTheProcessCanEnd() throws Exception {
        try (var bus = PrivateBus.start();
                var connection = bus.connect()) {
            var closed = new CountDownLatch(1);
            connection.onClosed(closed::countDown);
            IMPATIENT.start(connection);

            signal(bus, "STOP");
            try {
                assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            } finally {
                signal(bus, "CONT");
            }
        }
    }

    @Test
    void aConnectionThatAnswersStaysOpen() throws Exception {
        try (var bus = PrivateBus.start();
                var connection = bus.connect()) {
            var closed = new CountDownLatch(1);
            connection.onClosed(closed::countDown);
            IMPATIENT.start(connection);

            assertThat(closed.await(300, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void aBusThatEndsIsToldAtOnceAndWaitingCallsFail() throws Exception {
        var bus = PrivateBus.start();
        var connection = bus.connect();
        var closed = new CountDownLatch(1);
        connection.onClosed(closed::countDown);

        bus.close();

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(connection.isClosed()).isTrue();
    }

    private static void signal(PrivateBus bus, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, "" + bus.pid()).start().waitFor();
    }
}
