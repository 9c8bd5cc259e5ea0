package org.gatehouse.bench;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;

/// Lookup and Set by the size of the table.
final class StoreGroup {

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final int MANY_APPS = 1_000;

    private final BusConnection bus;
    private final PermissionStore store;
    private final SplittableRandom dice = new SplittableRandom(1);

    private StoreGroup(BusConnection bus) {
        this.bus = bus;
        this.store =
                bus.remote(
                        PermissionStore.class, Served.STORE.name(), Served.STORE.path(), DEADLINE);
    }

    static void measure(BusConnection bus, List<Integer> sizes) throws InterruptedException {
        var group = new StoreGroup(bus);
        for (var size : sizes) {
            group.table(size);
        }
        group.oneIdWithManyApps();
    }

    private void table(int size) throws InterruptedException {
        var table = "table" + size;
        fill(table, size);
        Served.STORE.stop(bus); // what was written is read from the disk again
        Served.STORE.readVersion(bus);
        Timing.oneAtATime(
                "Lookup, " + size + " entries", 2_000, 3_000, _ -> store.Lookup(table, any(size)));
        Timing.sixteenAtOnce(
                "Lookup, 16 at once, " + size + " entries",
                20_000,
                _ -> store.Lookup(table, any(size)));
        Timing.oneAtATime(
                "Set, " + size + " entries", 50, 1_000, i -> set(table, any(size), "v" + i));
        Timing.sixteenAtOnce(
                "Set, 16 at once, " + size + " entries",
                4_000,
                i -> set(table, any(size), "w" + i));
    }

    private void oneIdWithManyApps() throws InterruptedException {
        for (var i = 0; i < MANY_APPS; i++) {
            store.SetPermission("apps", true, "one", app(i), List.of("yes"));
        }
        Timing.oneAtATime(
                "Lookup, one id with 1000 apps", 200, 500, _ -> store.Lookup("apps", "one"));
        Timing.oneAtATime(
                "GetPermission, one id with 1000 apps",
                1_000,
                2_000,
                i -> store.GetPermission("apps", "one", app(i % MANY_APPS)));
        Timing.oneAtATime(
                "Set, one id with 1000 apps",
                20,
                300,
                i ->
                        store.SetPermission(
                                "apps", true, "one", app(i % MANY_APPS), List.of("v" + i)));
    }

    /// Fills a table through the bus, many calls at once, as nothing here knows how it is kept.
    private void fill(String table, int size) throws InterruptedException {
        try (var callers = Executors.newFixedThreadPool(64, Thread.ofVirtual().factory())) {
            for (var i = 0; i < size; i++) {
                var number = i;
                callers.execute(() -> set(table, id(number), "yes"));
            }
        }
    }

    private void set(String table, String id, String value) {
        store.SetPermission(table, true, id, app(id.hashCode() & 0x7f), List.of(value));
    }

    private synchronized String any(int size) {
        return id(dice.nextInt(size));
    }

    private static String id(int number) {
        return "resource%06d".formatted(number);
    }

    private static String app(int number) {
        return "org.example.App%03d".formatted(number);
    }
}
