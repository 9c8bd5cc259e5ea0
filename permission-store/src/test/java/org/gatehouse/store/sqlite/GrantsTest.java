package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.Decision;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Moment;
import org.gatehouse.store.Write;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantsTest {

    private static final EntryKey LOCATION = EntryKey.of("location", "location");
    private static final GrantKey FLATPAK = new GrantKey(LOCATION, AppKind.FLATPAK, "org.a.App");
    private static final GrantKey HOST = new GrantKey(LOCATION, AppKind.HOST, "org.a.App");
    private static final List<String> EXACT = List.of("EXACT", "0");

    @TempDir Path home;

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aSessionGrantEndsWithItsBus() {
        try (var first = Opened.in(home, "bus-1", this::clock)) {
            remember(first, FLATPAK, new Lifespan.Session("bus-1"));
        }
        try (var again = Opened.in(home, "bus-1", this::clock)) {
            assertThat(again.store.decision(FLATPAK)).isPresent();
        }
        try (var next = Opened.in(home, "bus-2", this::clock)) {
            assertThat(next.store.decision(FLATPAK)).isEmpty();
            assertThat(next.words("location", "location", "org.a.App")).isEmpty();
            assertThat(next.ledger(1).getFirst().event().kind())
                    .isEqualTo(LedgerEvent.Kind.EXPIRED);
        }
    }

    @Test
    void aGrantToAnotherKindOutlivesIt() {
        try (var first = Opened.in(home, "bus-1", this::clock)) {
            remember(first, HOST, new Lifespan.Always());
            remember(first, FLATPAK, new Lifespan.Session("bus-1"));
        }
        try (var next = Opened.in(home, "bus-2", this::clock)) {
            assertThat(next.store.decision(FLATPAK)).isEmpty();
            assertThat(next.store.decision(HOST)).isPresent();
        }
    }

    @Test
    void aGrantThatIsOverIsNotRevivedByAClockThatGoesBack() {
        try (var opened = Opened.in(home, "bus", this::clock)) {
            remember(opened, FLATPAK, new Lifespan.Until(now.plusSeconds(60).getEpochSecond()));
            assertThat(opened.store.decision(FLATPAK)).isPresent();

            now = now.plus(Duration.ofDays(3650));
            assertThat(opened.store.decision(FLATPAK)).isEmpty();
            Await.until(
                    "its row goes",
                    () -> opened.words("location", "location", "org.a.App").isEmpty());

            now = now.minus(Duration.ofDays(7300));
            assertThat(opened.store.decision(FLATPAK)).isEmpty();
        }
    }

    @Test
    void anUnchangedRowKeepsItsGrantWhenTheWholeEntryIsSet() {
        try (var opened = Opened.in(home, "bus", this::clock)) {
            remember(opened, FLATPAK, new Lifespan.Always());
            opened.set("location", "location", "org.b.App", "EXACT", "1");
            var rows = opened.store.find(LOCATION).orElseThrow().without("org.b.App").permissions();

            opened.write(
                    new Write.Set(LOCATION, false, rows, org.gatehouse.store.StoredValue.NONE));

            assertThat(opened.store.decision(FLATPAK).orElseThrow())
                    .isInstanceOf(Decision.Granted.class);
        }
    }

    private Moment clock() {
        return new Moment(now.getEpochSecond(), "boot", 0);
    }

    private void remember(Opened opened, GrantKey key, Lifespan lifespan) {
        var grant =
                new Grant(
                        EXACT, lifespan, Decider.PERSON, "", "", false, now.getEpochSecond(), 0, 0);
        opened.write(new Write.Remember(key, grant, LedgerEvent.Kind.GRANTED));
    }
}
