package org.gatehouse.bench;

import java.util.Arrays;
import java.util.List;
import org.gatehouse.bus.BusConnection;

/// Activation, memory at rest, and the shortest call.
final class BaseGroup {

    private static final int STARTS = 7;
    private static final List<Served> STACK = List.of(Served.PORTAL, Served.STORE);
    private static final long REST = 3_000;

    private BaseGroup() {}

    static void measure(BusConnection bus) throws InterruptedException {
        activation(bus, "activation of the store", Served.STORE);
        activation(bus, "activation of store and portal", Served.PORTAL);
        for (var served : STACK) {
            served.readVersion(bus);
        }
        Thread.sleep(REST);
        var pids = STACK.stream().map(served -> served.pid(bus)).distinct().toList();
        Bench.print(
                "memory of store and portal at rest (PSS)",
                "MB",
                pids.stream().mapToLong(Served::memory).sum() / 1024.0);
        Timing.oneAtATime("ping the store", 1_000, 3_000, _ -> Served.STORE.ping(bus));
        Timing.oneAtATime("ping the portal", 1_000, 3_000, _ -> Served.PORTAL.ping(bus));
    }

    private static void activation(BusConnection bus, String name, Served first)
            throws InterruptedException {
        var times = new long[STARTS];
        for (var i = 0; i < STARTS; i++) {
            for (var served : STACK) {
                served.stop(bus);
            }
            var begun = System.nanoTime();
            first.readVersion(bus);
            times[i] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        Bench.print(name, "ms", times[STARTS / 2] / 1e6);
    }
}
