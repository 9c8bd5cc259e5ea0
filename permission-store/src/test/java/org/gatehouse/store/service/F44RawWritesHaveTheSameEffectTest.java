package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Requirement F44, the store's part.
class F44RawWritesHaveTheSameEffectTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Test
    void aToolThatRevokesEndsTheGrantAndEverybodyIsTold() throws Exception {
        try (var served = ServedStore.start()) {
            var _ =
                    served.decisions.Remember(
                            "location",
                            "location",
                            "flatpak",
                            "org.a.App",
                            List.of("EXACT", "0"),
                            Map.of("lifespan", new Variant<>("always")));
            assertThat(
                            served.decisions.Find("location", "location", "flatpak", "org.a.App")
                                    .found())
                    .isTrue();
            served.changes.clear();

            served.bus.run("flatpak", "permission-reset", "org.a.App").succeeded();

            Await.until("it is told", AT_ONCE, () -> !served.changes.isEmpty());
            assertThat(served.changes.element().permissions()).isEmpty();
            assertThat(
                            served.decisions.Find("location", "location", "flatpak", "org.a.App")
                                    .found())
                    .isFalse();
        }
    }

    @Test
    void aToolThatSaysNoIsNewerThanTheGrantOfAnyKind() throws Exception {
        try (var served = ServedStore.start()) {
            for (var kind : List.of("flatpak", "host")) {
                var _ =
                        served.decisions.Remember(
                                "location",
                                "location",
                                kind,
                                "org.a.App",
                                List.of("EXACT", "0"),
                                Map.of());
            }

            served.bus
                    .run(
                            "flatpak",
                            "permission-set",
                            "location",
                            "location",
                            "org.a.App",
                            "NONE",
                            "0")
                    .succeeded();

            for (var kind : List.of("flatpak", "snap", "host")) {
                assertThat(
                                served.decisions.Find("location", "location", kind, "org.a.App")
                                        .permissions())
                        .containsExactly("NONE", "0");
            }
        }
    }
}
