package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstallationTest {

    private Desktop desktop;
    private Path folder;

    @BeforeEach
    void makeRoom() throws IOException {
        desktop = new Desktop();
        folder = desktop.folder().resolve("place");
        Files.createDirectory(folder);
    }

    @AfterEach
    void tidy() throws IOException {
        desktop.close();
    }

    @Test
    void theBusStartsWhatWasInstalled() throws IOException, InterruptedException {
        desktop.run(Image.script("install"), folder.toString());

        try (var other = new Desktop("--image", folder.toString())) {
            other.run(
                    "gdbus",
                    "call",
                    "--session",
                    "-d",
                    Names.PORTAL,
                    "-o",
                    "/",
                    "-m",
                    "org.freedesktop.DBus.Peer.Ping");

            var executable = Path.of("/proc/" + other.ownerPid(Names.PORTAL) + "/exe").toRealPath();
            assertThat(executable).startsWith(folder.toRealPath());
        }
    }

    @Test
    void theInstalledAotCacheFits() throws InterruptedException {
        desktop.run(Image.script("install"), folder.toString());

        var launcher = folder + "/bin/gatehouse";
        desktop.run("sed", "-i", "s/-Xlog:disable/-Xlog:aot/", launcher);

        assertThat(desktop.run(launcher, "--version")).contains("Using AOT-linked classes: true");
    }

    @Test
    void filesOfAStagedInstallationNameItsFinalPlace() throws IOException, InterruptedException {
        var staged = Map.of("DESTDIR", folder.toString());

        assertThat(desktop.start(staged, Image.script("install"), "/opt/gatehouse").awaitEnd())
                .isZero();

        var root = folder.resolve("opt/gatehouse");
        for (var file :
                new String[] {
                    "bin/gatehouse",
                    "libexec/gatehouse-prompt",
                    "share/systemd/user/gatehouse.service"
                }) {
            assertThat(root.resolve(file))
                    .content()
                    .contains("/opt/gatehouse")
                    .doesNotContain(Image.PACKAGING.toString(), folder.toString());
        }
        assertThat(root.resolve("share/dbus-1/services/" + Names.PORTAL + ".service"))
                .content()
                .contains("Exec=/opt/gatehouse/bin/gatehouse\n");
    }

    @Test
    void uninstallLeavesNothing() throws IOException, InterruptedException {
        var staged = Map.of("DESTDIR", folder.toString());
        desktop.start(staged, Image.script("install"), "/usr/local").awaitEnd();

        var uninstall = desktop.start(staged, Image.script("uninstall"), "/usr/local");

        assertThat(uninstall.awaitEnd()).as(uninstall.output()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void uninstallKeepsWhatIsNotOurs() throws IOException, InterruptedException {
        var foreign = folder.resolve("share/dbus-1/services/org.example.Other.service");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "x");
        desktop.run(Image.script("install"), folder.toString());

        desktop.run(Image.script("uninstall"), folder.toString());

        assertThat(folder.resolve("bin")).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void installDoesNotOverwriteOthers() throws IOException, InterruptedException {
        var foreign = folder.resolve("share/dbus-1/services/" + Names.PORTAL + ".service");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "x");

        assertThat(desktop.start(Image.script("install"), folder.toString()).awaitEnd())
                .isEqualTo(1);

        assertThat(foreign).content().isEqualTo("x");
        assertThat(folder.resolve("bin")).doesNotExist();
    }
}
