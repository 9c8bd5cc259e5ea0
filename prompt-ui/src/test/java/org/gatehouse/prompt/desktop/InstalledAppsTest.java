package org.gatehouse.prompt.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledAppsTest {

    private static final String MAPS = "org.gnome.Maps";

    @TempDir private Path share;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void prepare() {
        environment.putAll(
                Map.of(
                        "HOME",
                        share.resolve("home").toString(),
                        "XDG_DATA_DIRS",
                        share.toString()));
    }

    @Test
    void introducesAnAppByItsInstalledName() throws IOException {
        install(MAPS, "Name=Maps");

        assertThat(find(MAPS).name()).isEqualTo("Maps");
        assertThat(find(MAPS).detail()).isEqualTo(MAPS);
    }

    @ParameterizedTest
    @CsvSource({
        "de_DE.UTF-8, Karten",
        "de_AT.UTF-8, Landkarten",
        "sr_RS@latin, Karte",
        "fr_FR.UTF-8, Maps",
        "C, Maps"
    })
    void speaksThePersonsLanguage(String locale, String name) throws IOException {
        install(MAPS, "Name=Maps\nName[de]=Karten\nName[de_AT]=Landkarten\nName[sr@latin]=Karte");
        environment.put("LANG", locale);

        assertThat(find(MAPS).name()).isEqualTo(name);
    }

    @Test
    void looksAtTheDesktopEntryGroupOnly() throws IOException {
        install(MAPS, "Name=Maps\n[Desktop Action new]\nName=Evil");

        assertThat(find(MAPS).name()).isEqualTo("Maps");
    }

    @Test
    void cleansTheInstalledNameAsWell() throws IOException {
        install(MAPS, "Name=Ma\u202eps \\n<b>");

        assertThat(find(MAPS).name()).isEqualTo("Maps <b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", ".hidden", "a/b", "org.example.None"})
    void callsAnAppItDoesNotKnowUnknown(String id) {
        assertThat(find(id).name()).isEqualTo("Unknown app");
        assertThat(find(id).icon()).isEmpty();
    }

    @Test
    void prefersALargeBitmapToADrawingAndADrawingToASmallBitmap() throws IOException {
        install(MAPS, "Name=Maps\nIcon=maps");
        var small = icon("48x48/apps/maps.png");
        assertThat(find(MAPS).icon()).hasValue(small);
        var drawing = icon("scalable/apps/maps.svg");
        assertThat(find(MAPS).icon()).hasValue(drawing);
        var large = icon("128x128/apps/maps.png");
        assertThat(find(MAPS).icon()).hasValue(large);
    }

    @Test
    void takesNoIconFromElsewhere() throws IOException {
        install(MAPS, "Name=Maps\nIcon=../../../secret");

        assertThat(find(MAPS).icon()).isEmpty();
    }

    @Test
    void takesNoHugeIcon() throws IOException {
        install(MAPS, "Name=Maps\nIcon=maps");
        var huge = icon("128x128/apps/maps.png");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(2 * 1024 * 1024);
        }

        assertThat(find(MAPS).icon()).isEmpty();
    }

    @Test
    void knowsWhatFlatpakHasExported() throws IOException {
        install(MAPS, "Name=Maps\nX-Flatpak=org.gnome.Maps");
        install("org.example.Host", "Name=Host");

        var apps = new InstalledApps(environment);

        assertThat(apps.isFlatpak(MAPS)).isTrue();
        assertThat(apps.isFlatpak("org.example.Host")).isFalse();
    }

    private AppCard find(String id) {
        return new InstalledApps(environment).find(id);
    }

    private void install(String id, String entry) throws IOException {
        var folder = Files.createDirectories(share.resolve("applications"));
        Files.writeString(folder.resolve(id + ".desktop"), "[Desktop Entry]\n" + entry + "\n");
    }

    private Path icon(String place) throws IOException {
        var file = share.resolve("icons/hicolor").resolve(place);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, "picture");
    }
}
