package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchContractTest {

    private static final Duration LEAVING = Duration.ofSeconds(10);

    private Desktop desktop;

    @BeforeEach
    void openADesktop() throws IOException {
        desktop = new Desktop();
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    static String[] launchers() {
        return new String[] {
            Image.SERVICE, Image.STORE, Image.DOCUMENTS, Image.PORTAL, Image.PROMPT
        };
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void versionIsOneLineWithNameAndVersion(String launcher) throws InterruptedException {
        var name = Path.of(launcher).getFileName().toString();

        var printed = desktop.run(launcher, "--version");

        assertThat(printed).matches(name + " \\d+\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void helpNamesTheOptions(String launcher) throws InterruptedException {
        assertThat(desktop.run(launcher, "-h")).contains("--replace", "--verbose", "--version");
        assertThat(desktop.run(launcher, "--help")).contains("--help");
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void aWrongArgumentStartsNothing(String launcher) throws InterruptedException {
        for (var argument : new String[] {"--nothing", "stray", "-x", "--role=king", ""}) {
            var program = desktop.start(launcher, argument);

            assertThat(program.awaitEnd()).as(argument).isEqualTo(1);
            assertThat(program.output()).contains(Path.of(launcher).getFileName().toString());
        }
    }

    @Test
    void onlyTheServiceChoosesRoles() throws InterruptedException {
        assertThat(desktop.start(Image.PORTAL, "--role", "store").awaitEnd()).isEqualTo(1);
        assertThat(desktop.start(Image.SERVICE, "--role", "prompt").awaitEnd()).isEqualTo(1);

        desktop.start(Image.SERVICE, "--role", "store");

        desktop.awaitOwner(Names.STORE);
        assertThat(desktop.hasOwner(Names.PORTAL)).isFalse();
    }

    @Test
    void theServiceOwnsTheNamesOfItsRoles() throws InterruptedException {
        var service = desktop.start(Image.SERVICE);

        desktop.awaitOwner(Names.PORTAL);

        for (var name :
                new String[] {Names.STORE, Names.PERMISSIONS1, Names.DOCUMENTS, Names.PORTAL}) {
            assertThat(desktop.ownerPid(name)).as(name).isEqualTo(service.pid());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void aSignalEndsItCleanly(String signal) throws IOException, InterruptedException {
        // a shell in the background hands down that interrupts are ignored
        var service = desktop.start("env", "--default-signal=" + signal, Image.SERVICE);
        desktop.awaitOwner(Names.PORTAL);

        service.signal(signal);

        assertThat(service.awaitEnd(LEAVING)).isZero();
        assertThat(desktop.hasOwner(Names.STORE)).isFalse();
    }

    @Test
    void nothingOnThePathIsNeeded() throws InterruptedException {
        var service = desktop.start(Map.of("PATH", "/nonexistent"), Image.SERVICE);

        desktop.awaitOwner(Names.PORTAL);

        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void theEnvironmentCannotAddOptionsToTheJvm() throws InterruptedException {
        var hostile = "-XX:+PrintFlagsFinal -Xmx1m";
        var service =
                desktop.start(
                        Map.of(
                                "JAVA_TOOL_OPTIONS",
                                hostile,
                                "JDK_JAVA_OPTIONS",
                                hostile,
                                "_JAVA_OPTIONS",
                                hostile),
                        Image.STORE);

        desktop.awaitOwner(Names.STORE);

        assertThat(service.output()).doesNotContain("Picked up", "PrintFlagsFinal");
    }

    @Test
    void aPortalWithoutASessionBusEndsWithTwo() throws InterruptedException {
        var nobody = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");

        assertThat(desktop.start(nobody, Image.PORTAL).awaitEnd()).isEqualTo(2);
    }

    @Test
    void aDocumentPortalWithoutASessionBusEndsWithThree() throws InterruptedException {
        var nobody = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");

        assertThat(desktop.start(nobody, Image.DOCUMENTS).awaitEnd()).isEqualTo(3);
    }

    @Test
    void unreadStandardErrorBlocksNothing() throws IOException, InterruptedException {
        var pipe = desktop.folder().resolve("pipe");
        desktop.run("mkfifo", pipe.toString());
        // a reader that opens the pipe and never reads; verbose, so that there is enough to read
        desktop.start("sh", "-c", "exec sleep 600 < " + pipe);
        var service = desktop.start("sh", "-c", "exec " + Image.SERVICE + " --verbose 2> " + pipe);
        desktop.awaitOwner(Names.PORTAL);

        for (var i = 0; i < 30; i++) {
            var name = "x".repeat(4_000) + i;
            desktop.call(
                    Names.STORE, Names.STORE_PATH, Names.STORE + ".Lookup", "../" + name, name);
        }
        service.signal("TERM");

        assertThat(service.awaitEnd(LEAVING)).isZero();
    }

    @Test
    void aLostBusIsACleanEnd() throws IOException, InterruptedException {
        var address = desktop.folder().resolve("another");
        var bus =
                desktop.start(
                        "dbus-daemon", "--session", "--nofork", "--address=unix:path=" + address);
        Desktop.await("the other bus listens", () -> Files.exists(address));
        var onIt = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + address);
        var service = desktop.start(onIt, Image.SERVICE);
        desktop.start(onIt, "gdbus", "wait", "--session", Names.PORTAL).awaitEnd();

        bus.signal("TERM");

        assertThat(service.awaitEnd(LEAVING)).isZero();
    }
}
