package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What of confined apps runs now: reported by the portal, seen by settings apps.
class RunningInstancesTest {

    private static final String CLOCKS = "org.gnome.Clocks";
    private static final String MAPS = "org.gnome.Maps";

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    private void report(List<Map<String, Variant<?>>> instances) {
        served.decisions.ReportInstances(instances);
    }

    private void reportThree() {
        report(
                List.of(
                        Running.instance("12", CLOCKS, "active", 300),
                        Running.instance("11", MAPS, "open", 200),
                        Running.instance(
                                "10",
                                CLOCKS,
                                "background",
                                100,
                                "message",
                                "Timer runs",
                                "at-login",
                                true)));
    }

    private List<Map<String, Object>> listed(Object... which) {
        return Listening.plain(app.permissions.ListInstances(Listening.dictionary(which)));
    }

    @Nested
    class Listed {

        @Test
        void withEverythingThatIsKnownAndLongestFirst() {
            reportThree();

            var all = listed();

            assertThat(all).extracting("instance").containsExactly("10", "11", "12");
            assertThat(all.getFirst())
                    .containsOnly(
                            Map.entry("kind", "flatpak"),
                            Map.entry("app", CLOCKS),
                            Map.entry("name", CLOCKS),
                            Map.entry("instance", "10"),
                            Map.entry("state", "background"),
                            Map.entry("message", "Timer runs"),
                            Map.entry("since", 100L),
                            Map.entry("at-login", true));
            assertThat(all.get(1)).containsEntry("message", "").containsEntry("at-login", false);
        }

        @Test
        void byTheirNamesForPeople() throws Exception {
            var entries = served.bus.folder().resolve("data/applications");
            Files.createDirectories(entries);
            Files.writeString(
                    entries.resolve(CLOCKS + ".desktop"),
                    "[Desktop Entry]\nType=Application\nName=Clocks\nExec=clocks\n");
            reportThree();

            assertThat(listed("app", CLOCKS)).extracting("name").containsOnly("Clocks");
        }

        @Test
        void asFarAsTheyAreMeant() {
            reportThree();

            assertThat(listed("app", CLOCKS)).extracting("instance").containsExactly("10", "12");
            assertThat(listed("instance", "11")).extracting("app").containsExactly(MAPS);
            assertThat(listed("kind", "snap")).isEmpty();
            assertThat(listed("colour", "red")).hasSize(3);
            assertThatThrownBy(() -> listed("kind", "rpm")).hasMessageContaining("InvalidArgument");
            assertThatThrownBy(() -> listed("app", true)).hasMessageContaining("InvalidArgument");
        }

        @Test
        void asReportedLast() {
            reportThree();
            report(List.of(Running.instance("11", MAPS, "background", 200)));

            assertThat(listed())
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each)
                                    .containsEntry("instance", "11")
                                    .containsEntry("state", "background"));
        }

        @Test
        void untilThePortalLeaves() {
            reportThree();
            Await.until("they are told", () -> app.instances.size() == 1);

            served.portal.close();

            Await.until("nothing runs any more", () -> listed().isEmpty());
            Await.until("that is told", () -> app.instances.size() == 2);
        }
    }

    @Nested
    class Told {

        @Test
        void onlyWhenTheyHaveChanged() {
            reportThree();
            Await.until("the first is told", () -> app.instances.size() == 1);
            reportThree();
            report(List.of());

            Await.until("the last is told", () -> app.instances.size() == 2);
            assertThat(listed()).isEmpty();
            // a call answered after it: what was sent before has arrived
            assertThat(app.instances).hasSize(2);
        }

        @Test
        void atMostTenTimesASecond() {
            long start = System.nanoTime();
            for (int i = 1; i <= 500; i++) {
                report(List.of(Running.instance("1", MAPS, "open", i)));
            }
            double tenths = (System.nanoTime() - start) / 1e8;
            var _ = listed();

            assertThat(app.instances.size()).isBetween(1, (int) Math.ceil(tenths) + 1);
        }
    }

    @Nested
    class Reported {

        @Test
        void byThePortalAlone() {
            var stranger = ServedStore.decisions(app.bus);

            assertThatThrownBy(() -> stranger.ReportInstances(List.of()))
                    .hasMessageContaining("org.freedesktop.DBus.Error.AccessDenied");
        }

        @Test
        void inWordsThatAreKnown() {
            reportThree();

            assertThatThrownBy(() -> report(List.of(Running.instance("1", MAPS, "sleeping", 1))))
                    .hasMessageContaining("InvalidArgument");
            assertThatThrownBy(() ->
                            report(
                                    List.of(
                                            Running.instance(
                                                    "1", MAPS, "open", 1, "message", false))))
                    .hasMessageContaining("InvalidArgument");
            assertThatThrownBy(() -> report(List.of(Listening.dictionary("state", "open"))))
                    .hasMessageContaining("InvalidArgument");
            assertThat(listed()).hasSize(3);
        }

        @Test
        void upToABound() {
            var many =
                    new ArrayList<>(
                            Collections.nCopies(1_000, Running.instance("1", MAPS, "open", 1)));
            report(many);
            many.add(Running.instance("2", MAPS, "open", 1));

            assertThatThrownBy(() -> report(many)).hasMessageContaining("Failed");
            assertThat(listed("instance", "2")).isEmpty();
        }
    }
}
