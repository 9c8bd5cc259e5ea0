package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real Flatpak app that runs without a window and starts at login, until that is taken back.
class BackgroundAppTest {

    private static final Duration MONITOR_PERIOD = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final String MONITOR = "org.freedesktop.background.Monitor";

    private Desktop desktop;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop = SandboxedApp.desktop("--image", Image.ROOT.toString(), "--backend", "grant");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void runsOnAndStartsAtLoginUntilItIsTakenBack() throws InterruptedException, IOException {
        var app = SandboxedApp.keepRunning(desktop, "--autostart");
        assertThat(app.awaitLine("response"))
                .isEqualTo("response 0 background=True autostart=True");
        app.awaitLine("child up");

        TimeUnit.NANOSECONDS.sleep(MONITOR_PERIOD.multipliedBy(2).plusSeconds(2).toNanos());
        assertThat(app.output()).doesNotContain("term");
        assertThat(backgroundApps()).contains(SandboxedApp.ID);

        var again = atLogin();
        again.awaitLine("child up");
        Desktop.await("both are listed", () -> count(running(), "'at-login'") == 2);
        assertThat(count(running(), "'at-login': <true>")).as("started at login").isEqualTo(1);
        TimeUnit.NANOSECONDS.sleep(MONITOR_PERIOD.plusSeconds(2).toNanos());
        desktop.run("flatpak", "permission-set", "background", "background", SandboxedApp.ID, "no");

        again.awaitLine("term", 0, GRACE);
        again.awaitLine("child term", 0, GRACE);
        app.awaitLine("term", 0, GRACE);
        app.awaitLine("child term", 0, GRACE);
        Desktop.await("nothing of it runs", () -> instances().isBlank());
        assertThat(entry()).doesNotExist();
        assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID))
                .containsPattern("background\\s+background\\s+" + SandboxedApp.ID + "\\s+no");
        Desktop.await("nothing is listed", () -> running().contains("[]"));
        var ledger = ledger();
        assertThat(count(ledger, "'event': <'started'>")).isEqualTo(1);
        assertThat(count(ledger, "'event': <'ran'>")).isEqualTo(2);
        assertThat(count(ledger, "'event': <'stopped'>")).isEqualTo(2);
        assertThat(ledger).contains("'at login'", "'in the background from ");
    }

    /// What a session does at login with the entry.
    private Program atLogin() throws IOException {
        var exec =
                Files.readAllLines(entry()).stream()
                        .filter(line -> line.startsWith("Exec="))
                        .findFirst()
                        .orElseThrow()
                        .substring("Exec=".length());
        assertThat(exec)
                .isEqualTo("flatpak run --command=keep-running " + SandboxedApp.ID + " --silent");
        return desktop.start(exec.split(" "));
    }

    private Path entry() {
        return Path.of(desktop.variable("HOME"))
                .resolve(".config/autostart")
                .resolve(SandboxedApp.ID + ".desktop");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private String running() throws InterruptedException {
        return permissions("ListInstances", "@a{sv} {}");
    }

    private String ledger() throws InterruptedException {
        return permissions(
                "Ledger", "{'app': <'" + SandboxedApp.ID + "'>}", "uint64 0", "uint32 100");
    }

    private String permissions(String member, String... arguments) throws InterruptedException {
        return desktop.call(
                Names.PERMISSIONS1,
                "/org/gatehouse/Permissions1",
                Names.PERMISSIONS1 + "." + member,
                arguments);
    }

    private String instances() throws InterruptedException {
        return desktop.run("flatpak", "ps", "--columns=instance");
    }

    private String backgroundApps() throws InterruptedException {
        return desktop.call(
                MONITOR,
                "/org/freedesktop/background/monitor",
                "org.freedesktop.DBus.Properties.Get",
                MONITOR,
                "BackgroundApps");
    }
}
