package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.gatehouse.store.DayUse;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.LedgerCheck;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerFilter;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.Write;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ledger pages by filter, compared with a look at every record.
class LedgerSearchTest {

    private static final long SEED = 20261125;
    private static final int RECORDS = 13_000;
    private static final LedgerEvent.Kind[] COMMON = {
        LedgerEvent.Kind.USED, LedgerEvent.Kind.ASKED, LedgerEvent.Kind.GRANTED
    };

    @TempDir Path home;

    private final Random random = new Random(SEED);
    private final SetClock clock = new SetClock();
    private final List<LedgerRecord> all = new ArrayList<>();

    @BeforeEach
    void write() {
        // not at a stretch: some parts end in the middle of a block or a span
        for (int until : new int[] {1, 62, 2_500, 4_200, RECORDS}) {
            try (var opened = Opened.in(home, "bus", clock)) {
                append(opened, until - (int) opened.store.sequence());
            }
        }
        try (var opened = Opened.in(home, "bus", clock)) {
            for (long before = 0; before != 1; before = all.getLast().sequence()) {
                all.addAll(opened.store.ledger(LedgerFilter.ALL, before, 1_000));
            }
        }
    }

    private void append(Opened opened, int count) {
        var last = CompletableFuture.completedFuture(0L);
        for (int i = 0; i < count; i++) {
            clock.pass(Duration.ofSeconds(random.nextInt(3_000)));
            if (random.nextInt(500) == 0) {
                clock.jump(Duration.ofDays(random.nextBoolean() ? 400 : -400));
            }
            last = opened.store.submit(new Write.Note(event()), Opened.TEST);
            if (i % 100 == 0) {
                last.join();
            }
        }
        last.join();
    }

    private LedgerEvent event() {
        boolean isRare = random.nextInt(3_000) == 0;
        var kind = isRare ? LedgerEvent.Kind.UNDONE : COMMON[random.nextInt(COMMON.length)];
        int app = (int) Math.abs(random.nextGaussian() * 40);
        return new LedgerEvent(
                kind,
                "table" + random.nextInt(3),
                "id" + random.nextInt(2),
                app % 5 == 0 ? "snap" : "flatpak",
                "app" + app,
                "text");
    }

    @Test
    void everyFilterFindsWhatItShould() {
        try (var opened = Opened.in(home, "bus", clock)) {
            assertThat(all).hasSize(RECORDS).allMatch(LedgerRecord::intact);
            for (int i = 0; i < 300; i++) {
                var filter = filter();
                long before = random.nextBoolean() ? 0 : 1 + random.nextInt(RECORDS);
                int count = 1 + random.nextInt(60);

                assertThat(opened.store.ledger(filter, before, count))
                        .as("%s before %d, seed %d", filter, before, SEED)
                        .isEqualTo(
                                all.stream()
                                        .filter(each -> before == 0 || each.sequence() < before)
                                        .filter(each -> passes(each, filter))
                                        .limit(count)
                                        .toList());
            }
            System.out.println("LedgerSearch: " + all.size() + " records, seed " + SEED);
        }
    }

    private LedgerFilter filter() {
        var some = all.get(random.nextInt(all.size()));
        var event = some.event();
        var kinds = random.nextInt(3) == 0 ? LedgerEvent.Kind.UNDONE : event.kind();
        long since = random.nextInt(4) == 0 ? some.time() : 0;
        return new LedgerFilter(
                maybe(EntryKey.of(event.table(), event.id())),
                maybe(event.appKind()),
                maybe(event.app()),
                random.nextBoolean() ? Set.of() : Set.of(kinds, LedgerEvent.Kind.EXPIRED),
                since,
                since != 0 && random.nextBoolean() ? since + 100_000 : 0);
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static boolean passes(LedgerRecord each, LedgerFilter filter) {
        var event = each.event();
        return filter.entry()
                        .map(key -> key.equals(EntryKey.of(event.table(), event.id())))
                        .orElse(true)
                && filter.appKind().map(event.appKind()::equals).orElse(true)
                && filter.app().map(event.app()::equals).orElse(true)
                && (filter.kinds().isEmpty() || filter.kinds().contains(event.kind()))
                && each.time() >= filter.since()
                && (filter.until() == 0 || each.time() < filter.until());
    }

    @Test
    void aRecordThatWasChangedIsNotIntactNorIsTheOneAfterAGap() throws SQLException {
        change("UPDATE ledger SET text='forged' WHERE sequence=4000");
        change("DELETE FROM ledger WHERE sequence BETWEEN 5000 AND 5001");
        // each is checked with the one that it follows, not the one found before
        var some =
                new LedgerFilter(
                        Optional.empty(), Optional.of("flatpak"), Optional.empty(), Set.of(), 0, 0);
        var others =
                new LedgerFilter(
                        Optional.empty(), Optional.of("snap"), Optional.empty(), Set.of(), 0, 0);

        try (var opened = Opened.in(home, "bus", clock)) {
            var found = new ArrayList<>(opened.store.ledger(some, 0, RECORDS));
            found.addAll(opened.store.ledger(others, 0, RECORDS));
            assertThat(found).hasSize(RECORDS - 2);
            assertThat(found.stream().filter(each -> !each.intact()).map(LedgerRecord::sequence))
                    .containsExactlyInAnyOrder(4000L, 5002L);
            assertThat(opened.store.checkLedger()).isEqualTo(new LedgerCheck(RECORDS - 2, 2, 4000));
        }
    }

    @Test
    void anIntactLedgerIsIntact() {
        try (var opened = Opened.in(home, "bus", clock)) {
            assertThat(opened.store.checkLedger()).isEqualTo(new LedgerCheck(all.size(), 0, 0));
        }
    }

    @Test
    void aLedgerThatWasCutShortIsBroken() throws SQLException {
        try (var opened = Opened.in(home, "bus", clock)) {
            long last = opened.store.sequence();
            change("DELETE FROM ledger WHERE sequence=" + last);

            assertThat(opened.store.checkLedger())
                    .isEqualTo(new LedgerCheck(all.size() - 1, 1, last));
        }
    }

    @Test
    void useIsCountedByDay() {
        var zone = ZoneId.of("Asia/Kathmandu");
        long since = all.get(all.size() / 2).time();
        try (var opened = Opened.in(home, "bus", clock)) {
            var counted = opened.store.useByDay(GrantFilter.ALL, since, zone);

            assertThat(counted.stream().mapToLong(DayUse::uses).sum())
                    .isEqualTo(used(since).count());
            var byDay = new TreeMap<Long, Long>();
            used(since).forEach(time -> byDay.merge(day(time, zone), 1L, Long::sum));
            var found = new TreeMap<Long, Long>();
            counted.forEach(each -> found.merge(each.day(), each.uses(), Long::sum));
            assertThat((Map<Long, Long>) found).isEqualTo(byDay);
        }
    }

    private LongStream used(long since) {
        return all.stream()
                .filter(each -> each.event().kind() == LedgerEvent.Kind.USED)
                .mapToLong(LedgerRecord::time)
                .filter(time -> time >= since);
    }

    private static long day(long time, ZoneId zone) {
        return Instant.ofEpochSecond(time)
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toEpochSecond();
    }

    private void change(String sql) throws SQLException {
        try (var connection = Connections.writable(home.resolve("gatehouse/permissions.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
