package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class PeersOnTheBusTest extends ServedProbe {

    @Test
    void areAnnouncedWithTheirTime() {
        try (var late = bus.connect()) {
            Await.until(
                    "announced", () -> client.peers().announcedAt(late.uniqueName()).isPresent());
        }
    }

    @Test
    void areKnownByTheirCredentials() {
        try (var known = client.credentials(service.uniqueName())) {
            assertThat(known.pid()).isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void areMissedOnceEvenWhenTheyWentBefore() {
        var gone = Collections.synchronizedList(new ArrayList<String>());
        String unique;
        try (var brief = bus.connect()) {
            unique = brief.uniqueName();
            Await.until("announced", () -> client.peers().announcedAt(unique).isPresent());
            client.peers().onVanish(unique, () -> gone.add("watched"));
        }
        Await.until("told", () -> gone.contains("watched"));
        client.peers().onVanish(unique, () -> gone.add("too late"));
        Await.until("told at once", () -> gone.size() == 2);
    }
}
