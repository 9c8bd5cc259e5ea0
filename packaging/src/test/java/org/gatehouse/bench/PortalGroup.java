package org.gatehouse.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.Location;
import org.freedesktop.portal.Request;
import org.freedesktop.portal.Session;
import org.gatehouse.bus.BusConnection;

/// What an app waits for whose permission is stored. Runs inside a sandbox.
final class PortalGroup {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /// Two creating calls each; a caller may make 400 in a burst, and 200 in a second after it.
    private static final int WARM_UP = 20;

    private static final int CALLS = 170;

    private final BusConnection bus;
    private final Location location;
    private final Map<String, CompletableFuture<Long>> answers = new ConcurrentHashMap<>();

    private PortalGroup(BusConnection bus) {
        this.bus = bus;
        this.location =
                bus.remote(Location.class, Served.PORTAL.name(), Served.PORTAL.path(), DEADLINE);
    }

    static void measure(BusConnection bus) throws InterruptedException {
        new PortalGroup(bus).measure();
    }

    private void measure() throws InterruptedException {
        Timing.oneAtATime(
                "read a property of the portal", 500, 3_000, _ -> Served.PORTAL.readVersion(bus));
        try (var _ =
                bus.subscribe(
                        Request.Response.class,
                        Served.PORTAL.name(),
                        null,
                        (response, message) ->
                                answered(
                                        message.header().path(),
                                        response.response().longValue()))) {
            Timing.oneAtATime(
                    "Location: session, Start to Response, Close", WARM_UP, CALLS, this::useOnce);
        }
    }

    private void useOnce(int number) {
        var token = "b" + number + "_" + System.nanoTime();
        var session = location.CreateSession(Map.of("session_handle_token", new Variant<>(token)));
        var handle = session.getPath().replace("/session/", "/request/");
        var answer = answers.computeIfAbsent(handle, _ -> new CompletableFuture<>());
        location.Start(session, "", Map.of("handle_token", new Variant<>(token)));
        if (answer.orTimeout(DEADLINE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join()
                != 0) {
            throw new IllegalStateException("the app was not allowed");
        }
        answers.remove(handle);
        bus.remote(Session.class, Served.PORTAL.name(), session.getPath(), DEADLINE).Close();
    }

    private void answered(String handle, long response) {
        answers.computeIfAbsent(handle, _ -> new CompletableFuture<>()).complete(response);
    }
}
