package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.example.Probe;
import org.junit.jupiter.api.Test;

class OutgoingCallsTest extends ServedProbe {

    @Test
    void endAtTheirDeadline() {
        try (var hanging = bus.connect()) {
            var face = new ProbeFace();
            hanging.export(PATH, List.of(face.exported()));
            var probe =
                    client.remote(Probe.class, hanging.uniqueName(), PATH, Duration.ofMillis(50));

            assertThatThrownBy(probe::Wait).isInstanceOf(CallTimeout.class);
            face.release.countDown();
        }
    }

    @Test
    void endWhenTheirThreadIsInterrupted() throws InterruptedException {
        try (var hanging = bus.connect()) {
            var face = new ProbeFace();
            hanging.export(PATH, List.of(face.exported()));
            var probe =
                    client.remote(
                            Probe.class, hanging.uniqueName(), PATH, BusConnection.NO_DEADLINE);
            var ended = new ArrayList<Throwable>();
            var waiting =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    probe.Wait();
                                } catch (CallInterrupted e) {
                                    ended.add(e);
                                }
                            });
            waiting.interrupt();
            waiting.join();

            assertThat(ended).hasSize(1);
            face.release.countDown();
        }
    }

    @Test
    void failWhenNobodyIsThere() {
        var nobody = client.remote(Probe.class, "org.example.Nobody", PATH, SOON);

        assertThatThrownBy(() -> nobody.Echo(""))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.isPeerAbsent()).isTrue());
    }
}
