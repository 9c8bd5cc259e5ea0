package org.gatehouse.portal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.Location;
import org.freedesktop.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Bar R10: 100 callers with 10 requests each at once and a backend that takes 0.2 s. Every handle
/// and Response, handle p99 ≤ 500 ms, all done within 3 s.
///
/// Without a permission store even host programs are asked, so that each caller has its dialog.
class R10AHundredCallersAtOnceTest {

    /// Only the long form runs where nothing else does; the short one shows that all are answered.
    private static final long PATIENCE = Boolean.getBoolean("gatehouse.long") ? 1 : 10;

    private static final int CALLERS = 100;
    private static final int REQUESTS = 10;
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(200);

    private final ConcurrentLinkedQueue<Long> handleNanos = new ConcurrentLinkedQueue<>();
    private final Map<String, UInt32> responses = new ConcurrentHashMap<>();

    @Test
    void allOfThemGetTheirHandleAndTheirResponse() throws Exception {
        try (var session = new PortalSession().withPortal()) {
            session.backend().answerAfter(ANSWERED_AFTER);
            var callers = callers(session);
            var sessions = callers.stream().map(R10AHundredCallersAtOnceTest::sessions).toList();

            long before = System.nanoTime();
            var threads = new ArrayList<Thread>();
            for (int n = 0; n < CALLERS; n++) {
                var caller = callers.get(n);
                var mine = sessions.get(n);
                threads.add(Thread.startVirtualThread(() -> startAll(caller, mine)));
            }
            for (var thread : threads) {
                thread.join();
            }
            Await.until("all Responses", () -> responses.size() == CALLERS * REQUESTS);
            var taken = Duration.ofNanos(System.nanoTime() - before);

            var nanos = handleNanos.stream().sorted().toList();
            assertThat(nanos).hasSize(CALLERS * REQUESTS);
            assertThat(Duration.ofNanos(nanos.get(nanos.size() * 99 / 100)))
                    .isLessThanOrEqualTo(Duration.ofMillis(500 * PATIENCE));
            assertThat(taken).isLessThanOrEqualTo(Duration.ofSeconds(3 * PATIENCE));
            assertThat(responses.values()).allMatch(code -> code.intValue() == 0);
            callers.forEach(BusConnection::close);
        }
    }

    private List<BusConnection> callers(PortalSession session) {
        return IntStream.range(0, CALLERS)
                .mapToObj(_ -> session.bus().connect())
                .peek(caller ->
                        caller.subscribe(
                                Request.Response.class,
                                "org.freedesktop.portal.Desktop",
                                null,
                                (response, message) ->
                                        responses.put(
                                                message.header().path(), response.response())))
                .toList();
    }

    private static List<DBusPath> sessions(BusConnection caller) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(n ->
                        portal(caller)
                                .CreateSession(
                                        Map.of("session_handle_token", new Variant<>("s" + n))))
                .toList();
    }

    private void startAll(BusConnection caller, List<DBusPath> sessions) {
        for (int n = 0; n < REQUESTS; n++) {
            long before = System.nanoTime();
            portal(caller)
                    .Start(sessions.get(n), "", Map.of("handle_token", new Variant<>("r" + n)));
            handleNanos.add(System.nanoTime() - before);
        }
    }

    private static Location portal(BusConnection caller) {
        return caller.remote(
                Location.class,
                "org.freedesktop.portal.Desktop",
                "/org/freedesktop/portal/desktop",
                Duration.ofSeconds(20));
    }
}
