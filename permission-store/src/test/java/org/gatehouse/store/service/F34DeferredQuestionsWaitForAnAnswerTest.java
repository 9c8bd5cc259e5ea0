package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requirement F34, the store's part: what could not be asked is listed, and answered later.
class F34DeferredQuestionsWaitForAnAnswerTest {

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

    private long defer(String permission, String level) {
        return Listening.number(
                served.decisions.Defer(
                        Listening.dictionary(
                                "class",
                                permission,
                                "kind",
                                "flatpak",
                                "app",
                                MAPS,
                                "level",
                                level,
                                "reason",
                                "to find the way",
                                "why",
                                "driving")));
    }

    @Test
    void aQuestionIsListedAndCountedWhenItComesAgain() {
        long first = defer("location", "exact");
        long again = defer("location", "exact");

        assertThat(again).isEqualTo(first);
        assertThat(questions()).hasSize(1);
        assertThat(questions().getFirst())
                .containsEntry("question", first)
                .containsEntry("class", "location")
                .containsEntry("kind", "flatpak")
                .containsEntry("app", MAPS)
                .containsEntry("level", "exact")
                .containsEntry("reason", "to find the way")
                .containsEntry("why", "driving")
                .containsEntry("times", 2L);
        assertThat(app.grants()).isEmpty();
        assertThat(app.ledger(1).getFirst())
                .containsEntry("event", "deferred")
                .containsEntry("class", "location");
        Await.until("it is told", () -> waiting() == 1);
        assertThat(app.apps()).extracting("app").containsExactly(MAPS);
    }

    @Test
    void anAnswerIsAGrantAndEndsTheQuestion() {
        long question = defer("location", "exact");

        var sequence = answer(question, "verdict", "allow", "level", "city");

        assertThat(sequence).isPositive();
        assertThat(questions()).isEmpty();
        assertThat(app.grant()).containsEntry("class", "location").containsEntry("level", "city");
        Await.until("it is told", () -> waiting() == 0);
        refused("NotFound", () -> answer(question, "verdict", "allow"));
    }

    @Test
    void dismissingOnlyTakesItOffTheList() {
        long question = defer("background", "");

        answer(question, "verdict", "dismiss");

        assertThat(questions()).isEmpty();
        assertThat(app.grants()).isEmpty();
    }

    @Test
    void whateverIsDecidedOtherwiseAnswersIt() {
        defer("location", "exact");
        app.set("location", "flatpak", MAPS, "verdict", "deny");
        assertThat(questions()).isEmpty();

        defer("background", "");
        var _ =
                served.decisions.Remember(
                        "background", "background", "flatpak", MAPS, List.of("yes"), Map.of());
        Await.until("it leaves the list", () -> questions().isEmpty());
        Await.until("it is told", () -> waiting() == 0);
    }

    @Test
    void anAnswerThatIsNoneLeavesItThere() {
        long question = defer("location", "exact");

        refused("InvalidArgument", () -> answer(question, "verdict", "perhaps"));
        refused("InvalidArgument", () -> answer(question, "verdict", "allow", "level", "x"));

        assertThat(questions()).hasSize(1);
    }

    @Test
    void itOutlivesTheService() throws Exception {
        defer("location", "exact");

        served.restart();

        assertThat(questions()).hasSize(1);
    }

    @Test
    void onlyThePortalDefers() {
        var other = ServedStore.decisions(app.bus);

        refused("AccessDenied", () -> other.Defer(Map.of()));
        refused("AccessDenied", () -> other.ReportUsage("location", "flatpak", MAPS, "active"));
        refused("InvalidArgument", () -> served.decisions.Defer(Map.of()));
    }

    private long answer(long question, Object... answer) {
        return Listening.number(
                app.permissions.AnswerDeferred(new UInt64(question), Listening.dictionary(answer)));
    }

    private List<Map<String, Object>> questions() {
        return Listening.plain(app.permissions.ListDeferred());
    }

    /// How many wait, as was told last.
    private long waiting() {
        return app.deferred.stream()
                .reduce((_, later) -> later)
                .map(signal -> signal.waiting().longValue())
                .orElse(-1L);
    }

    private static void refused(String name, Runnable call) {
        assertThatThrownBy(call::run).hasMessageContaining(name);
    }
}
