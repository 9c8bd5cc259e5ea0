package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.Background;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.portal.fake.AccessBackend.Dialog;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Bar R13 for background requests: callers vanish at random points, 10,000 times with
/// `-Dgatehouse.long=true`, else 150 times. Each is another app; in every third round the person
/// answers at a random point as well.
class R13BackgroundCallersVanishTest {

    private static final int ROUNDS = Boolean.getBoolean("gatehouse.long") ? 10_000 : 150;
    private static final long SEED = 20260113;
    private static final int LATEST_MICROS = 30_000;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String PORTAL = "org.freedesktop.portal.Desktop";
    private static final String PATH = "/org/freedesktop/portal/desktop";

    private final Random dice = new Random(SEED);

    @Test
    void nothingIsLeftOfThem() throws IOException {
        try (var session = new PortalSession()) {
            var windows = session.withBackground();
            var metadata = session.write("metadata", metadata(0));
            session.withStore()
                    .withPortal(
                            Map.of(
                                    "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND",
                                    "flatpak",
                                    "XDG_DESKTOP_PORTAL_TEST_FLATPAK_METADATA",
                                    metadata.toString()));
            round(session, metadata, 0);
            awaitNoRequests(session);
            long before = descriptors();

            for (int round = 1; round <= ROUNDS; round++) {
                round(session, metadata, round);
            }

            awaitNoRequests(session);
            Await.until("no descriptor is left", () -> descriptors() <= before);
            assertThat(session.backend().count()).as("dialogs").isGreaterThan(ROUNDS / 4);
            assertThat(windows.notices()).isEmpty();
            assertEntriesAreWhole(session);
        }
    }

    private static String metadata(int round) {
        return "[Application]\nname=" + app(round) + "\n\n[Instance]\ninstance-id=4242\n";
    }

    private static String app(int round) {
        return "org.example.App" + round;
    }

    private void round(PortalSession session, Path metadata, int round) throws IOException {
        session.install(app(round), "Name=App\n");
        Files.writeString(metadata, metadata(round));
        var caller = session.bus().connect();
        var asking = CompletableFuture.runAsync(() -> ask(caller));
        if (round % 3 == 0) {
            CompletableFuture.delayedExecutor(dice.nextInt(LATEST_MICROS), TimeUnit.MICROSECONDS)
                    .execute(() -> dialogs(session, round).forEach(Dialog::allow));
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(dice.nextInt(LATEST_MICROS)));
        caller.close();
        asking.join();
        if (round % 3 != 0) {
            Await.until(
                    "the backend is told, seed %d, round %d".formatted(SEED, round),
                    A_SECOND,
                    () -> dialogs(session, round).stream().allMatch(Dialog::isClosed));
        }
    }

    private static void ask(BusConnection caller) {
        try {
            caller.remote(Background.class, PORTAL, PATH, Duration.ofSeconds(5))
                    .RequestBackground(
                            "",
                            Map.of(
                                    "autostart", new Variant<>(true),
                                    "reason", new Variant<>("To sync"),
                                    "commandline",
                                            new Variant<>(List.of("sync", "--silent"), "as")));
        } catch (BusException e) {
            // it has vanished before the handle came
            return;
        }
    }

    private static List<Dialog> dialogs(PortalSession session, int round) {
        return session.backend().dialogs().stream()
                .filter(each -> each.asked().app().equals(app(round)))
                .toList();
    }

    /// Requests are at paths below `request`.
    private static void awaitNoRequests(PortalSession session) {
        Await.until("no request is left", A_SECOND, () -> !objects(session).contains("request"));
    }

    private static String objects(PortalSession session) {
        return (String)
                session.client()
                        .call(
                                PORTAL,
                                PATH,
                                "org.freedesktop.DBus.Introspectable",
                                "Introspect",
                                A_SECOND,
                                "")[0];
    }

    private static long descriptors() {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertEntriesAreWhole(PortalSession session) throws IOException {
        var folder = session.bus().folder().resolve("config/autostart");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var entries = Files.list(folder)) {
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(entry).asString().endsWith(".desktop"))
                    .allSatisfy(entry ->
                            assertThat(Files.readString(entry))
                                    .startsWith("[Desktop Entry]\n")
                                    .contains("--command=sync")
                                    .endsWith("\n"));
        }
    }
}
