package org.gatehouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppVersionsTest {

    private static final String MAPS = "org.gnome.Maps";

    @TempDir private Path folder;

    private String find(String kind, String id) {
        var versions = new AppVersions(List.of(folder.resolve("flatpak")), folder.resolve("snap"));
        return versions.find(kind, id);
    }

    private void deploy(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void isTheNewestReleaseOfAFlatpak() throws IOException {
        deploy(
                "flatpak/app/org.gnome.Maps/current/active/files/share/metainfo/"
                        + "org.gnome.Maps.metainfo.xml",
                """
                <component><!-- <release version="9"/> --><releases>
                <release date="2026-01-01" version="47.1"/><release version="46"/>
                </releases></component>
                """);

        assertThat(find("flatpak", MAPS)).isEqualTo("47.1");
        assertThat(find("host", MAPS)).isEmpty();
        assertThat(find("snap", MAPS)).isEmpty();
    }

    @Test
    void isReadFromASnapToo() throws IOException {
        deploy(
                "snap/maps/current/usr/share/metainfo/snap.maps.metainfo.xml",
                "<release version='3'/>");

        assertThat(find("snap", "snap.maps")).isEqualTo("3");
    }

    @Test
    void isUnknownWhereNothingSaysIt() throws IOException {
        deploy("secret.metainfo.xml", "<release version='3'/>");

        assertThat(find("flatpak", MAPS)).isEmpty();
        assertThat(find("flatpak", "../../secret")).isEmpty();
        assertThat(find("flatpak", "")).isEmpty();
    }
}
