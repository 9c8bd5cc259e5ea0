package org.gatehouse.portal.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.role.XdgDirectories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTest {

    private static final String ACCESS = "org.freedesktop.impl.portal.Access";
    private static final String LOCKDOWN = "org.freedesktop.impl.portal.Lockdown";

    @TempDir Path folder;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void twoBackends() throws IOException {
        environment.put("XDG_CONFIG_HOME", folder + "/config");
        environment.put("XDG_CONFIG_DIRS", folder + "/etc");
        environment.put("XDG_DATA_HOME", folder + "/data");
        environment.put("XDG_DATA_DIRS", folder + "/share");
        portal("alpha", ACCESS + ";" + LOCKDOWN, "");
        portal("beta", ACCESS, "UseIn=Gnome;KDE\n");
    }

    @Test
    void goByTheListOfTheInterfaceThenByTheDefault() throws IOException {
        write(
                "config/xdg-desktop-portal/portals.conf",
                preferred("default=beta", ACCESS + "=nobody;alpha"));

        assertThat(found(ACCESS)).isEqualTo("alpha");
    }

    @Test
    void fallToTheDefaultOfTheSameFileAndThenToTheNextFile() throws IOException {
        write(
                "config/xdg-desktop-portal/portals.conf",
                preferred("default=beta", ACCESS + "=nobody"));
        write("etc/xdg-desktop-portal/portals.conf", preferred("default=alpha"));

        assertThat(found(ACCESS)).isEqualTo("beta");
        assertThat(found(LOCKDOWN)).isEqualTo("alpha");
    }

    @Test
    void areNoneAtAllWhereTheListSaysSo() throws IOException {
        write(
                "config/xdg-desktop-portal/portals.conf",
                preferred("default=alpha", ACCESS + "=none"));
        write("etc/xdg-desktop-portal/portals.conf", preferred("default=alpha"));

        assertThat(found(ACCESS)).isEqualTo("");
        assertThat(found(LOCKDOWN)).isEqualTo("alpha");
    }

    @Test
    void areTheFirstThatServesWhereTheListHasAStar() throws IOException {
        write("config/xdg-desktop-portal/portals.conf", preferred("default=*"));

        assertThat(found(ACCESS)).isEqualTo("beta");
    }

    @Test
    void goByTheFileOfTheDesktopFirst() throws IOException {
        environment.put("XDG_CURRENT_DESKTOP", "sway/x:KDE");
        write("config/xdg-desktop-portal/portals.conf", preferred("default=alpha"));
        write("config/xdg-desktop-portal/kde-portals.conf", preferred("default=beta"));

        assertThat(found(ACCESS)).isEqualTo("beta");
    }

    @Test
    void ignoreAFileWithoutItsGroup() throws IOException {
        write("config/xdg-desktop-portal/portals.conf", "default=alpha\n");
        write("etc/xdg-desktop-portal/portals.conf", preferred("default=beta"));

        assertThat(found(ACCESS)).isEqualTo("beta");
    }

    @Test
    void goByTheDesktopTheyAreUsedInWithoutConfiguration() {
        environment.put("XDG_CURRENT_DESKTOP", "GNOME");

        assertThat(found(ACCESS)).isEqualTo("beta");
    }

    @Test
    void areOursAndThenGtkAsTheLastResort() throws IOException {
        only(Map.of("gtk", "org.freedesktop.impl.portal.desktop.gtk"));
        assertThat(found(ACCESS)).isEqualTo("gtk");

        only(
                Map.of(
                        "gtk",
                        "org.freedesktop.impl.portal.desktop.gtk",
                        "gatehouse",
                        "org.freedesktop.impl.portal.desktop.gatehouse"));
        assertThat(found(ACCESS)).isEqualTo("gatehouse");
    }

    @Test
    void areReadFromOneFolderIfTheEnvironmentSaysSo() throws IOException {
        only(Map.of("gamma", "org.example.gamma"));
        write("only/portals.conf", preferred("default=gamma"));

        assertThat(found(ACCESS)).isEqualTo("gamma");
    }

    @Test
    void areSkippedWhereTheirDescriptionIsBad() throws IOException {
        write(
                "data/xdg-desktop-portal/portals/bad.portal",
                "[portal]\nDBusName=no name\nInterfaces=" + ACCESS);
        write(
                "data/xdg-desktop-portal/portals/worse.portal",
                "[portal]\nDBusName=a.b\nInterfaces=x.y;\n");
        write("config/xdg-desktop-portal/portals.conf", preferred("default=bad;worse;alpha"));

        assertThat(found(ACCESS)).isEqualTo("alpha");
    }

    private String found(String interfaceName) {
        return Backends.read(new XdgDirectories(environment))
                .find(interfaceName)
                .map(Backend::name)
                .orElse("");
    }

    private void only(Map<String, String> busNames) throws IOException {
        environment.put("XDG_DESKTOP_PORTAL_DIR", folder + "/only");
        for (var each : busNames.entrySet()) {
            write(
                    "only/" + each.getKey() + ".portal",
                    "[portal]\nDBusName=" + each.getValue() + "\nInterfaces=" + ACCESS + "\n");
        }
    }

    private void portal(String name, String interfaces, String more) throws IOException {
        write(
                "data/xdg-desktop-portal/portals/" + name + ".portal",
                "[portal]\nDBusName=org.example."
                        + name
                        + "\nInterfaces="
                        + interfaces
                        + "\n"
                        + more);
    }

    private static String preferred(String... lines) {
        return "[preferred]\n" + String.join("\n", lines) + "\n";
    }

    private void write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
