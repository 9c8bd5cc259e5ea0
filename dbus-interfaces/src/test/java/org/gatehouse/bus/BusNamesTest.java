package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.example.Probe;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class BusNamesTest extends ServedProbe {

    @Test
    void areNotQueuedForNorTakenOver() {
        var exclusive = EnumSet.noneOf(NameOption.class);
        var replacing = EnumSet.of(NameOption.REPLACE_EXISTING);

        assertThat(client.requestName(NAME, exclusive)).isFalse();
        assertThat(client.requestName(NAME, replacing)).isFalse();
    }

    @Test
    void twoOnOneConnectionBothServe() {
        service.requestName("org.example.Second", Set.of());
        var second = client.remote(Probe.class, "org.example.Second", PATH, SOON);

        assertThat(second.Echo("x")).isEqualTo("x");
    }

    @Test
    void replacementIsToldToTheFormerOwner() {
        var lost = Collections.synchronizedList(new ArrayList<String>());
        try (var first = bus.connect();
                var next = bus.connect()) {
            first.onNameLost(lost::add);
            first.requestName("org.example.Given", Set.of(NameOption.ALLOW_REPLACEMENT));
            boolean taken =
                    next.requestName("org.example.Given", Set.of(NameOption.REPLACE_EXISTING));

            assertThat(taken).isTrue();
            Await.until("the former owner knows", () -> lost.contains("org.example.Given"));
        }
    }

    @Test
    void changesOfOwnerAreTold() {
        var changes = Collections.synchronizedList(new ArrayList<String>());
        try (var _ =
                client.peers()
                        .onOwnerChange("org.example.Moving", (a, b) -> changes.add(a + ">" + b))) {
            String unique;
            try (var owner = bus.connect()) {
                unique = owner.uniqueName();
                assertThat(client.peers().owner("org.example.Moving")).isEmpty();
                owner.requestName("org.example.Moving", Set.of());
                Await.until("told", () -> !changes.isEmpty());
                assertThat(client.peers().owner("org.example.Moving")).contains(unique);
            }
            Await.until("told again", () -> changes.size() == 2);
            assertThat(changes).containsExactly(">" + unique, unique + ">");
        }
    }
}
