package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.example.OtherProbe;
import org.example.Probe;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// A service with a [Probe] on a private bus, and a client that calls it.
abstract class ServedProbe {

    static final String NAME = "org.example.Probe";
    static final String PATH = "/org/example/Probe";
    static final Duration SOON = Duration.ofSeconds(10);
    static final ProbeFace FACE = new ProbeFace();

    @SuppressWarnings("NullAway.Init")
    static PrivateBus bus;

    @SuppressWarnings("NullAway.Init")
    static BusConnection service;

    @SuppressWarnings("NullAway.Init")
    static BusConnection client;

    @BeforeAll
    static void serve() {
        bus = PrivateBus.start();
        service = bus.connect();
        OtherProbe other =
                new OtherProbe() {
                    @Override
                    public String Echo(String text) {
                        return "other " + text;
                    }

                    @Override
                    public String getObjectPath() {
                        return PATH;
                    }
                };
        service.export(
                PATH,
                List.of(
                        FACE.exported(),
                        ExportedInterface.of(OtherProbe.class, other)
                                .property("version", () -> new UInt32(8))));
        service.requestName(NAME, EnumSet.noneOf(NameOption.class));
        client = bus.connect();
    }

    @AfterAll
    static void end() {
        client.close();
        service.close();
        bus.close();
    }

    static Probe probe() {
        return client.remote(Probe.class, NAME, PATH, SOON);
    }

    static Object[] call(String path, String type, String member, Object... arguments) {
        return client.call(NAME, path, type, member, SOON, "s".repeat(arguments.length), arguments);
    }

    static void assertStillAnswers() {
        assertThat(call(PATH, "org.freedesktop.DBus.Peer", "Ping")).isEmpty();
    }

    static long descriptors() {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// How many descriptors of this process lead to the file.
    static long open(String file) {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(each -> leadsTo(each, file)).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean leadsTo(Path descriptor, String file) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(file);
        } catch (IOException e) {
            return false;
        }
    }
}
