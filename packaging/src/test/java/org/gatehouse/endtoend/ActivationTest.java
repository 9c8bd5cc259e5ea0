package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivationTest {

    private static final List<String> OF_THE_SERVICE =
            List.of(Names.STORE, Names.DOCUMENTS, Names.PORTAL, Names.PERMISSIONS1);

    @Test
    void callsOfAllNamesAtOnceStartOneProcess() throws IOException, InterruptedException {
        try (var desktop = new Desktop("--image", Image.ROOT.toString())) {
            var calls = OF_THE_SERVICE.stream().map(name -> ping(desktop, name)).toList();

            for (var call : calls) {
                assertThat(call.awaitEnd()).as(call.output()).isZero();
            }
            var owner = desktop.ownerPid(Names.PORTAL);
            for (var name : OF_THE_SERVICE) {
                assertThat(desktop.ownerPid(name)).as(name).isEqualTo(owner);
            }
            Desktop.await("the others left", () -> processesOf(desktop).equals(List.of(owner)));
        }
    }

    @Test
    void aServiceThatLeftIsStartedAgain() throws IOException, InterruptedException {
        try (var desktop = new Desktop("--image", Image.ROOT.toString())) {
            assertThat(ping(desktop, Names.STORE).awaitEnd()).isZero();
            var first = desktop.ownerPid(Names.STORE);

            desktop.run("/bin/kill", Long.toString(first));
            Desktop.await("the first left", () -> !desktop.hasOwner(Names.STORE));

            assertThat(ping(desktop, Names.PORTAL).awaitEnd()).isZero();
            assertThat(desktop.ownerPid(Names.STORE)).isNotEqualTo(first);
        }
    }

    private static Program ping(Desktop desktop, String name) {
        return desktop.start(
                "gdbus",
                "call",
                "--session",
                "-d",
                name,
                "-o",
                "/",
                "-m",
                "org.freedesktop.DBus.Peer.Ping");
    }

    private static List<Long> processesOf(Desktop desktop) {
        var session = "DBUS_SESSION_BUS_ADDRESS=" + desktop.variable("DBUS_SESSION_BUS_ADDRESS");
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> isOf(pid, session))
                .toList();
    }

    private static boolean isOf(long pid, String session) {
        var process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readString(process.resolve("cmdline"))
                            .contains("org.gatehouse.launcher.Main")
                    && Stream.of(Files.readString(process.resolve("environ")).split("\0"))
                            .anyMatch(session::equals);
        } catch (IOException _) {
            return false; // it has just ended
        }
    }
}
