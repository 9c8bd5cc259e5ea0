package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.portal.background.Background.SYNC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Consent1;
import org.gatehouse.portal.fake.Store;
import org.gatehouse.portal.fake.WindowsBackend;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningInstancesAreReportedTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final String GENTLE =
            "trap 'echo term; exit 0' TERM; echo up; while :; do sleep 0.1; done";
    private static final String SAYS =
            "gdbus call --session -d org.freedesktop.portal.Desktop"
                    + " -o /org/freedesktop/portal/desktop"
                    + " -m org.freedesktop.portal.Background.SetStatus"
                    + " \"{'message': <'Syncing'>}\" && echo up; sleep 600";

    private final PortalSession session = new PortalSession();
    private final WindowsBackend windows = session.withBackground();
    private Store store = session.withTerms();

    @BeforeEach
    void allowTheApp() {
        store.set(SYNC, "yes");
        session.withPortal();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void withWhatThePersonSeesOfThem() {
        long now = Instant.now().getEpochSecond();
        windows.open(SYNC);
        sandbox("201", SAYS);

        awaitState("open");
        var one = store.running().getFirst();
        assertThat(one)
                .containsEntry("kind", new Variant<>("flatpak"))
                .containsEntry("app", new Variant<>(SYNC))
                .containsEntry("instance", new Variant<>("201"))
                .containsEntry("at-login", new Variant<>(false));
        assertThat(((UInt64) value(one, "since")).longValue()).isBetween(now - 2, now + 5);
        Await.until(
                "its words", () -> value(store.running().getFirst(), "message").equals("Syncing"));

        windows.close(SYNC);
        awaitState("background");
    }

    @Test
    void andAreGoneWhenTheyHaveEnded() {
        var instance = sandbox("202", GENTLE);
        awaitState("background");

        instance.close();

        Await.until("it is gone", TWO_SECONDS, () -> store.running().isEmpty());
    }

    @Test
    void againToAStoreThatComesBack() {
        sandbox("203", GENTLE);
        awaitState("background");

        store.close();
        store = session.withTerms();

        awaitState("background");
    }

    @Test
    void endWhenTheStoreSaysSo() {
        var instance = sandbox("204", GENTLE);
        var other = sandbox("205", GENTLE);
        Await.until("both are reported", () -> store.running().size() == 2);

        var stopping = consent().StopInstances(Map.of("instance", new Variant<>("204")));

        assertThat(stopping.intValue()).isEqualTo(1);
        instance.awaitEnd(3);
        assertThat(instance.output()).containsExactly("up", "term");
        Await.until("it is reported", () -> store.running().size() == 1);
        assertThat(other.isAlive()).isTrue();
        Await.until(
                "the ledger says so",
                () ->
                        store.ledger()
                                .contains("stopped " + SYNC + " ended, as it was told by hand"));
        assertThat(store.row(SYNC)).as("no grant is changed").containsExactly("yes");
    }

    @Test
    void endWithAWindowAsWell() {
        windows.open(SYNC);
        var instance = sandbox("206", GENTLE);
        awaitState("open");

        var meant =
                Map.<String, Variant<?>>of(
                        "kind", new Variant<>("flatpak"), "app", new Variant<>(SYNC));
        consent().StopInstances(meant);

        instance.awaitEnd(3);
        assertThat(instance.output()).containsExactly("up", "term");
    }

    @Test
    void areNotEndedWithoutAName() {
        sandbox("207", GENTLE);
        awaitState("background");

        assertThatThrownBy(() -> consent().StopInstances(Map.of()))
                .hasMessageContaining("neither an app nor an instance");
        assertThatThrownBy(() -> consent().StopInstances(Map.of("app", new Variant<>("a.b"))))
                .hasMessageContaining("nothing of that runs");
        assertThatThrownBy(() ->
                        consent()
                                .StopInstances(
                                        Map.of(
                                                "app",
                                                new Variant<>(SYNC),
                                                "kind",
                                                new Variant<>("snap"))))
                .hasMessageContaining("nothing of that runs");
    }

    /// The leader ends at once; its child has left its session and its parent.
    @Test
    void asLongAsAnythingOfThemRuns() {
        var instance = sandbox("208", "(setsid sh -c 'echo up; sleep 600' &); sleep 1; echo over");
        instance.awaitLine("over");

        assertThat(store.running()).hasSize(1);
        assertThat(instance.isAlive()).isTrue();
    }

    private Sandbox sandbox(String id, String script) {
        var sandbox = new Sandbox(session, SYNC, id, script);
        sandbox.awaitLine("up");
        return sandbox;
    }

    private Consent1 consent() {
        return store.bus()
                .remote(
                        Consent1.class,
                        "org.freedesktop.portal.Desktop",
                        "/org/gatehouse/Consent1",
                        Duration.ofSeconds(5));
    }

    private void awaitState(String state) {
        Await.until(
                "it is " + state,
                TWO_SECONDS,
                () -> states(store.running()).equals(List.of(state)));
    }

    private static List<Object> states(List<Map<String, Variant<?>>> running) {
        return running.stream().map(each -> value(each, "state")).toList();
    }

    private static Object value(Map<String, Variant<?>> of, String key) {
        var found = of.get(key);
        return found == null ? "" : found.getValue();
    }
}
