package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.store.sqlite.Writes.CAMERA;
import static org.gatehouse.store.sqlite.Writes.EXACT;
import static org.gatehouse.store.sqlite.Writes.MAPS;
import static org.gatehouse.store.sqlite.Writes.decide;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeferredQuestionsTest {

    @TempDir Path home;

    private final SetClock clock = new SetClock();
    private Opened opened;

    @BeforeEach
    void open() {
        opened = Opened.in(home, "bus", clock);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void anEqualOneIsCountedAgain() {
        long first = defer("location", "org.a.Maps", "EXACT");
        clock.pass(java.time.Duration.ofMinutes(5));

        long again = defer("location", "org.a.Maps", "EXACT");

        assertThat(again).isEqualTo(first);
        assertThat(opened.store.deferred())
                .containsExactly(
                        new DeferredQuestion(
                                first,
                                "location",
                                "flatpak",
                                "org.a.Maps",
                                "EXACT",
                                "to find you",
                                "driving",
                                clock.time(),
                                2));
    }

    @Test
    void anotherLevelIsAnotherQuestion() {
        defer("location", "org.a.Maps", "EXACT");
        defer("location", "org.a.Maps", "CITY");

        assertThat(opened.store.deferred())
                .extracting(DeferredQuestion::level)
                .containsExactly("EXACT", "CITY");
    }

    @Test
    void theyOutliveTheProcess() {
        long number = defer("location", "org.a.Maps", "EXACT");
        close();
        open();

        assertThat(opened.store.deferred())
                .extracting(DeferredQuestion::number)
                .containsExactly(number);
        assertThat(opened.store.status()).isEqualTo(StoreStatus.GOOD);
    }

    @Test
    void ofOneAppOnlyTwentyAreKept() {
        defer("location", "org.b.Weather", "EXACT");
        for (int i = 0; i < 25; i++) {
            defer("class" + i, "org.a.Maps", "");
            // asked again and again, so that it is not the one asked longest ago
            defer("class0", "org.a.Maps", "");
        }

        var classes =
                opened.store.deferred().stream()
                        .filter(question -> question.app().equals("org.a.Maps"))
                        .map(DeferredQuestion::permissionClass)
                        .toList();
        assertThat(classes).hasSize(20).contains("class0", "class24").doesNotContain("class1");
        assertThat(opened.store.deferred()).hasSize(21);
    }

    @Test
    void inAllOnlyAThousandAreKept() {
        CompletableFuture<Long> last = CompletableFuture.completedFuture(0L);
        for (int i = 0; i < 1_010; i++) {
            last = opened.store.submit(question("location", "app" + i, ""), Opened.TEST);
        }
        last.join();

        assertThat(opened.store.deferred())
                .hasSize(1_000)
                .first()
                .extracting(DeferredQuestion::app)
                .isEqualTo("app10");
    }

    @Test
    void theAnswerSettlesIt() {
        long number = defer("location", "org.a.Maps", "EXACT");

        opened.write(answer(number, decide(MAPS, EXACT)));

        assertThat(opened.store.deferred()).isEmpty();
        assertThat(opened.store.decision(MAPS)).isPresent();
    }

    @Test
    void anAnswerThatCannotBeKeptDoesNotSettleIt() {
        long number = defer("location", "org.a.Maps", "EXACT");

        assertThatThrownBy(() ->
                        opened.write(
                                answer(
                                        number,
                                        decide(MAPS, EXACT),
                                        new Write.DeletePermission(CAMERA, "org.a.Maps"))))
                .isInstanceOf(PortalException.class);

        assertThat(opened.store.deferred()).hasSize(1);
        assertThat(opened.store.decision(MAPS)).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        long number = defer("location", "org.a.Maps", "EXACT");
        opened.write(answer(number, decide(MAPS, EXACT)));

        assertThatThrownBy(() -> opened.write(answer(number, decide(MAPS, Writes.NONE))))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        e -> assertThat(e.kind()).isEqualTo(PortalException.Kind.NOT_FOUND));

        assertThat(opened.words("location", "location", "org.a.Maps")).isEqualTo(EXACT);
    }

    @Test
    void itIsTakenOffTheListWithoutAnAnswer() {
        long number = defer("location", "org.a.Maps", "EXACT");
        long other = defer("location", "org.b.Weather", "EXACT");

        opened.write(new Write.Settle(number, event(LedgerEvent.Kind.DISMISSED)));

        assertThat(opened.store.deferred())
                .extracting(DeferredQuestion::number)
                .containsExactly(other);
    }

    private long defer(String permissionClass, String app, String level) {
        return opened.write(question(permissionClass, app, level));
    }

    private static Write.Defer question(String permissionClass, String app, String level) {
        return new Write.Defer(
                new DeferredQuestion(
                        0, permissionClass, "flatpak", app, level, "to find you", "driving", 0, 0),
                event(LedgerEvent.Kind.DEFERRED));
    }

    private static Write.Change answer(long question, Write.EntryWrite... parts) {
        return new Write.Change(List.of(parts), event(LedgerEvent.Kind.SET), 0, question);
    }

    private static LedgerEvent event(LedgerEvent.Kind kind) {
        return new LedgerEvent(kind, "location", "location", "flatpak", "org.a.Maps", "");
    }
}
