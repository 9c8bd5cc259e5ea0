package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gatehouse.testing.UserUnits;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Apps in units of a person's systemd, in real control groups that stand for it: a snap that may
/// not run in the background is stopped with all that it started, a program outside of any sandbox
/// is listed and left alone.
class SnapInTheBackgroundTest {

    private static final String SNAP = "snap.spot-it.player-0a1b.scope";
    private static final String NOTES = "app-gnome-org.example.Notes-4711.scope";

    /// The child has left its session and its parent.
    private static final String PLAYER =
            "(setsid sleep 600 < /dev/null > /dev/null 2>&1 &);"
                    + " trap 'echo term; exit 0' TERM; echo up; while :; do sleep 0.1; done";

    @TempDir private Path folder;

    @Test
    void isStoppedWithAllThatItStarted() throws IOException, InterruptedException {
        var opened = UserUnits.open();
        Assumptions.assumeTrue(opened.isPresent(), "this process may not make control groups");
        try (var units = opened.get();
                var desktop = desktop(units)) {
            desktop.write(
                    ".local/share/applications/org.example.Notes.desktop",
                    "[Desktop Entry]\nType=Application\nName=Notes\nExec=notes\n");
            var notes = units.start(NOTES, "exec sleep 600");
            var player = units.start(SNAP, PLAYER);
            var output = player.inputReader();
            assertThat(output.readLine()).isEqualTo("up");
            desktop.call(Names.PORTAL, Names.PORTAL_PATH, "org.freedesktop.DBus.Peer.Ping");
            Desktop.await("the snap is listed", () -> list(desktop).contains("'snap.spot-it'"));
            assertThat(list(desktop))
                    .contains("'kind': <'snap'>", "'state': <'background'>", "'Notes'", "'host'");

            desktop.run(
                    "flatpak", "permission-set", "background", "background", "snap.spot-it", "no");

            Desktop.await("it has ended", () -> !units.isPopulated(SNAP));
            assertThat(output.readLine()).isEqualTo("term");
            Desktop.await("it is listed no longer", () -> !list(desktop).contains("snap.spot-it"));
            assertThat(ledger(desktop)).contains("'stopped'", "in the background from", "may not");
            assertThat(notes.isAlive()).isTrue();
            assertThat(list(desktop)).contains("'Notes'");
        }
    }

    /// The service runs in a unit of the same person.
    private Desktop desktop(UserUnits units) throws IOException, InterruptedException {
        var script = folder.resolve("service");
        var group = units.unit("gatehouse.service");
        Files.writeString(
                script,
                "#!/bin/sh\necho $$ > '%s/cgroup.procs'\nexec '%s' \"$@\"\n"
                        .formatted(group, Image.SERVICE));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return SandboxedApp.desktop(
                "--display",
                "--activate",
                Names.STORE + "=" + script,
                "--activate",
                Names.PERMISSIONS1 + "=" + script,
                "--activate",
                Names.PORTAL + "=" + script,
                "--activate",
                Names.PROMPT + "=" + Image.PROMPT,
                "--set",
                "XDG_DESKTOP_PORTAL_DIR=" + Image.ROOT.resolve("share/xdg-desktop-portal/portals"));
    }

    private static String list(Desktop desktop) throws InterruptedException {
        return desktop.call(
                Names.PERMISSIONS1,
                "/org/gatehouse/Permissions1",
                "org.gatehouse.Permissions1.ListInstances",
                "@a{sv} {}");
    }

    private static String ledger(Desktop desktop) throws InterruptedException {
        return desktop.call(
                Names.PERMISSIONS1,
                "/org/gatehouse/Permissions1",
                "org.gatehouse.Permissions1.Ledger",
                "{'app': <'snap.spot-it'>}",
                "uint64 0",
                "uint32 50");
    }
}
