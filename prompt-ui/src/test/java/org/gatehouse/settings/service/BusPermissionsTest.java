package org.gatehouse.settings.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.Permissions;
import org.gatehouse.settings.Permissions.Failure;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What runs now, over a real bus from a service that answers as it is told to.
class BusPermissionsTest {

    private static final AppKey MAIL = new AppKey("flatpak", "org.example.Mail");

    private final AtomicInteger told = new AtomicInteger();
    private PrivateBus session;
    private BusConnection service;
    private BusConnection window;
    private Permissions permissions;
    private volatile Map<String, Variant<?>> asked = Map.of();

    @BeforeEach
    void serve() {
        session = PrivateBus.start();
        service = session.connect();
        var face =
                (Permissions1)
                        Proxy.newProxyInstance(
                                Permissions1.class.getClassLoader(),
                                new Class<?>[] {Permissions1.class},
                                (_, method, arguments) -> answer(method.getName(), arguments));
        var _ =
                service.export(
                        BusPermissions.PATH,
                        List.of(ExportedInterface.<Permissions1>of(Permissions1.class, face)));
        assertThat(service.requestName(BusPermissions.NAME, Set.of())).isTrue();
        window = session.connect();
        permissions = new BusPermissions(window, new Announced(Path.of("never-written")));
    }

    @AfterEach
    void end() {
        window.close();
        service.close();
        session.close();
    }

    @SuppressWarnings("unchecked")
    private Object answer(String method, Object[] arguments) {
        return switch (method) {
            case "getObjectPath" -> BusPermissions.PATH;
            case "ListInstances" ->
                    List.of(
                            Map.of(
                                    "kind", new Variant<>("flatpak"),
                                    "app", new Variant<>("org.example.Mail"),
                                    "name", new Variant<>("Mail"),
                                    "instance", new Variant<>("77"),
                                    "state", new Variant<>("background"),
                                    "message", new Variant<>("Fetching")));
            case "StopInstances" -> stop((Map<String, Variant<?>>) arguments[0]);
            default -> throw new AssertionError(method);
        };
    }

    private UInt32 stop(Map<String, Variant<?>> which) {
        asked = which;
        return switch (String.valueOf(which.get("instance"))) {
            case String id when id.contains("77") -> new UInt32(1);
            case String id when id.contains("88") -> throw PortalException.notFound("it has gone");
            default -> throw PortalException.failed("no portal is running");
        };
    }

    @Test
    void listsWhatRuns() throws Failure {
        var running = permissions.running();

        assertThat(running)
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.key()).isEqualTo(MAIL);
                    assertThat(mail.instance()).isEqualTo("77");
                    assertThat(mail.message()).isEqualTo("Fetching");
                    assertThat(mail.isOfferedToStop()).isTrue();
                });
    }

    @Test
    void stopsOneInstanceOfOneApp() throws Failure {
        assertThat(permissions.stop(MAIL, "77")).isTrue();

        assertThat(asked).containsOnlyKeys("kind", "app", "instance");
    }

    @Test
    void takesWhatHasGoneForEnded() throws Failure {
        assertThat(permissions.stop(MAIL, "88")).isFalse();
    }

    @Test
    void tellsWhatElseWentWrong() {
        assertThatThrownBy(() -> permissions.stop(MAIL, "99"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no portal is running");
    }

    @Test
    void isToldWhenThatChanges() {
        permissions.watch(new Counting());

        service.emit(BusPermissions.PATH, new Permissions1.InstancesChanged());

        Await.until("it is told", () -> told.get() == 1);
    }

    /// Counts what it is told of running apps; anything else would be wrong.
    private final class Counting implements Permissions.Watcher {

        @Override
        public void ran() {
            told.incrementAndGet();
        }

        @Override
        public void changed() {
            throw new AssertionError("nothing else has changed");
        }

        @Override
        public void recorded() {
            throw new AssertionError("nothing was recorded");
        }

        @Override
        public void available(boolean is) {}
    }
}
