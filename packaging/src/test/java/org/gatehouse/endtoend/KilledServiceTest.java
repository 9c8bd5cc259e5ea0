package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The service is killed at random moments: no autostart entry is half written, and no app that was
/// being stopped is left behind, running or frozen.
///
/// 6 kills and 1; 200 and 20 with the system property `gatehouse.long`.
class KilledServiceTest {

    private static final boolean LONG = Boolean.getBoolean("gatehouse.long");
    private static final long SEED = 20260114;
    private static final String ENTRY = SandboxedApp.ID + ".desktop";
    private static final String UNFINISHED = "." + ENTRY + ".gatehouse-new";
    private static final String STUBBORN =
            "trap 'echo term' TERM; echo up; while :; do sleep 0.1; done";

    /// Two looks of the next service, the grace, and as much again on a busy machine.
    private static final Duration TO_THE_END = Duration.ofSeconds(40);

    private final Random dice = new Random(SEED);

    @Test
    void anAutostartEntryIsWholeAtAnyMoment() throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop(
                        "--backend",
                        "grant",
                        "--set",
                        "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND=flatpak",
                        "--set",
                        "XDG_DESKTOP_PORTAL_TEST_FLATPAK_METADATA=" + SandboxedApp.INFO,
                        "--activate",
                        Names.STORE + "=" + Image.STORE,
                        "--activate",
                        Names.PORTAL + "=" + Image.testing("gatehouse-portal"))) {
            var folder = Path.of(desktop.variable("HOME")).resolve(".config/autostart");
            var app = desktop.start(Image.script("parts/testapp/ask-background"));
            Desktop.await("the first entry", () -> names(folder).contains(ENTRY));
            for (int round = 0; round < (LONG ? 200 : 6); round++) {
                desktop.awaitOwner(Names.PORTAL);
                TimeUnit.MICROSECONDS.sleep(dice.nextInt(400_000));
                kill(desktop.ownerPid(Names.PORTAL));
                check(folder, round);
                app.awaitLine("asked", app.lineCount(), Duration.ofSeconds(20));
            }
            app.close();

            desktop.run(Image.script("parts/testapp/ask-background"), "2");
            Desktop.await("nothing unfinished is left", () -> names(folder).equals(List.of(ENTRY)));
        }
    }

    private static void check(Path folder, int round) throws IOException {
        assertThat(names(folder))
                .as("seed %d, round %d", SEED, round)
                .contains(ENTRY)
                .isSubsetOf(ENTRY, UNFINISHED);
        assertThat(Files.readString(folder.resolve(ENTRY)))
                .as("seed %d, round %d", SEED, round)
                .startsWith("[Desktop Entry]\n")
                .containsPattern("\nExec=flatpak run --command=sync \\S+( word|( word){99})\n")
                .endsWith("X-Flatpak=" + SandboxedApp.ID + "\n");
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAppThatWasBeingStoppedEndsAllTheSame() throws IOException, InterruptedException {
        try (var desktop =
                SandboxedApp.desktop("--image", Image.ROOT.toString(), "--backend", "grant")) {
            desktop.run(
                    "flatpak", "permission-set", "background", "background", SandboxedApp.ID, "no");
            for (int round = 0; round < (LONG ? 20 : 1); round++) {
                stop(desktop);
            }
        }
    }

    private void stop(Desktop desktop) throws IOException, InterruptedException {
        desktop.call(Names.PORTAL, Names.PORTAL_PATH, "org.freedesktop.DBus.Peer.Ping");
        var app =
                desktop.start(
                        "flatpak",
                        "--user",
                        "run",
                        "--command=sh",
                        SandboxedApp.ID,
                        "-c",
                        STUBBORN);
        app.awaitLine("term", 0, TO_THE_END);

        TimeUnit.MILLISECONDS.sleep(dice.nextInt(9_000));
        kill(desktop.ownerPid(Names.PORTAL));

        assertThat(app.isAlive()).isTrue();
        assertThat(state(desktop)).as("neither stopped nor frozen").isIn("S", "R");
        desktop.call(Names.PORTAL, Names.PORTAL_PATH, "org.freedesktop.DBus.Peer.Ping");
        assertThat(app.awaitEnd(TO_THE_END)).as("killed").isNotZero();
        Desktop.await("nothing of it runs", () -> children(desktop).isBlank());
    }

    /// As the kernel has it: running, sleeping, stopped by a signal, …
    private static String state(Desktop desktop) throws IOException, InterruptedException {
        var stat = Files.readString(Path.of("/proc", children(desktop).strip(), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[0];
    }

    private static String children(Desktop desktop) throws InterruptedException {
        return desktop.run("flatpak", "ps", "--columns=child-pid");
    }

    private static void kill(long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("/bin/kill", "-9", Long.toString(pid)).start().waitFor())
                .isZero();
    }
}
