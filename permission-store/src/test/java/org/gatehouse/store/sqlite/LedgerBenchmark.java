package org.gatehouse.store.sqlite;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerFilter;
import org.gatehouse.store.Write;

/// Measures pages of the ledger by filter, and appends, at a thousand and at a million records. Not
/// a test: figures of a busy machine say nothing.
///
/// Arguments: a folder to work in, the number of records.
final class LedgerBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int APPS = 300;
    private static final int PAGE = 100;
    private static final int ROUNDS = 40;
    private static final int APPENDS = 2_000;

    private final Opened opened;
    private final SetClock clock;
    private final Random random = new Random(20261125);

    private LedgerBenchmark(Opened opened, SetClock clock) {
        this.opened = opened;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Files.createDirectories(Path.of(arguments[0]));
        int records = Integer.parseInt(arguments[1]);
        var clock = new SetClock();
        try (var opened = Opened.in(home, "bus", clock)) {
            var benchmark = new LedgerBenchmark(opened, clock);
            benchmark.append(1_000, 256);
            benchmark.appends("at 1,000");
            benchmark.append(records - (int) opened.store.sequence(), 256);
            opened.store.checked().join();
            benchmark.appends("at " + records);
            benchmark.pages();
            benchmark.slowOnes();
        }
    }

    private void append(int count, int inFlight) throws InterruptedException {
        var free = new Semaphore(inFlight);
        CompletableFuture<Long> last = CompletableFuture.completedFuture(0L);
        for (int i = 0; i < count; i++) {
            free.acquire();
            last = opened.store.submit(new Write.Note(event()), Opened.TEST);
            var _ = last.whenComplete((_, _) -> free.release());
        }
        last.join();
    }

    private LedgerEvent event() {
        clock.pass(Duration.ofSeconds(30));
        long next = opened.store.sequence();
        int app = random.nextInt(APPS);
        var kind =
                switch (random.nextInt(20)) {
                    case 0 -> LedgerEvent.Kind.ASKED;
                    case 1 -> LedgerEvent.Kind.GRANTED;
                    case 2 -> LedgerEvent.Kind.DENIED;
                    default -> LedgerEvent.Kind.USED;
                };
        boolean isRare = next > 100 && next < 400 && random.nextInt(60) == 0;
        return new LedgerEvent(
                isRare ? LedgerEvent.Kind.UNDONE : kind,
                app % 3 == 0 ? "location" : "devices",
                app % 3 == 0 ? "location" : app % 3 == 1 ? "camera" : "microphone",
                "flatpak",
                isRare ? "org.example.Rare" : "org.example.Application" + app,
                "EXACT 1789000000");
    }

    private void appends(String when) throws InterruptedException {
        var one = new long[APPENDS];
        for (int i = 0; i < APPENDS; i++) {
            long started = System.nanoTime();
            append(1, 1);
            one[i] = System.nanoTime() - started;
        }
        long started = System.nanoTime();
        append(10 * APPENDS, 16);
        long each = (System.nanoTime() - started) / (10L * APPENDS);
        System.out.printf(
                "append %s: one at a time %s, 16 in flight %.1f us each%n",
                when, shown(one), each / 1e3);
    }

    private void pages() {
        var location = EntryKey.of("location", "location");
        long middle = clock.time() - 30L * opened.store.sequence() / 2;
        var none = Optional.<String>empty();
        Map<String, LedgerFilter> filters = new TreeMap<>();
        filters.put("none", LedgerFilter.ALL);
        filters.put("app", filter(Optional.empty(), Optional.of("org.example.Application7")));
        filters.put("rare app", filter(Optional.empty(), Optional.of("org.example.Rare")));
        filters.put("unknown app", filter(Optional.empty(), Optional.of("org.example.Unknown")));
        filters.put("class", filter(Optional.of(location), none));
        filters.put(
                "class and app that never met",
                filter(Optional.of(location), Optional.of("org.example.Application7")));
        filters.put("kind", kind(LedgerEvent.Kind.DENIED, none));
        filters.put("rare kind", kind(LedgerEvent.Kind.UNDONE, none));
        filters.put("kind that never was", kind(LedgerEvent.Kind.EXPIRED, none));
        filters.put(
                "kind and app",
                kind(LedgerEvent.Kind.DENIED, Optional.of("org.example.Application7")));
        filters.put(
                "an hour in the middle",
                new LedgerFilter(Optional.empty(), none, none, Set.of(), middle, middle + 3600));
        filters.forEach((name, filter) -> {
            var took = new long[ROUNDS];
            var worked = new long[ROUNDS];
            int found = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long started = System.nanoTime();
                long idle = THREADS.getCurrentThreadCpuTime();
                found = opened.store.ledger(filter, 0, PAGE).size();
                took[i] = System.nanoTime() - started;
                worked[i] = THREADS.getCurrentThreadCpuTime() - idle;
            }
            System.out.printf(
                    "page by %s: %d records, %s; of the processor %s%n",
                    name, found, shown(took), shown(worked));
        });
    }

    private static LedgerFilter filter(Optional<EntryKey> entry, Optional<String> app) {
        return new LedgerFilter(entry, Optional.empty(), app, Set.of(), 0, 0);
    }

    private static LedgerFilter kind(LedgerEvent.Kind kind, Optional<String> app) {
        return new LedgerFilter(Optional.empty(), Optional.empty(), app, Set.of(kind), 0, 0);
    }

    private void slowOnes() {
        long started = System.nanoTime();
        int days =
                opened.store
                        .useByDay(
                                org.gatehouse.store.GrantFilter.ALL,
                                clock.time() - Duration.ofDays(366).toSeconds(),
                                java.time.ZoneOffset.UTC)
                        .size();
        long counted = System.nanoTime();
        var check = opened.store.checkLedger();
        System.out.printf(
                "use by day: %d rows in %d ms; check of the chain: %s in %d ms%n",
                days,
                (counted - started) / 1_000_000,
                check,
                (System.nanoTime() - counted) / 1_000_000);
    }

    private static String shown(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                "median %.2f ms, 95 %% %.2f ms",
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }
}
