package org.gatehouse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatehouse.role.XdgDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final String CALENDAR =
            """
            id = "calendar"
            table = "calendar"
            entry = "calendar"
            values = "word"
            name = "Calendar"
            description = "Read your calendar."
            question = "Allow %s to read your calendar?"
            confirmation = "explicit"
            """;

    @TempDir private Path home;

    @Test
    void everyClassOfOursCanBeRead() {
        var all = Catalogue.ofOurs().all();

        assertThat(all).extracting(PermissionClass::id).startsWith("location", "background");
        assertThat(all).allSatisfy(each -> assertThat(each.wording().description()).endsWith("."));
    }

    @Test
    void theLocationHasFiveLevels() {
        var location = Catalogue.ofOurs().get("location");

        assertThat(location.levels())
                .extracting(Level::word)
                .containsExactly("COUNTRY", "CITY", "NEIGHBORHOOD", "STREET", "EXACT");
        assertThat(location.rankOfChoice("city")).contains(2);
        assertThat(location.hasLevels()).isTrue();
    }

    @Test
    void aFileDroppedInAddsAClass() throws IOException {
        drop("calendar.toml", CALENDAR);

        var calendar = catalogue().find("calendar").orElseThrow();

        assertThat(calendar.highest()).isOne();
        assertThat(calendar.handling().lifespans()).containsExactly(Lifespan.values());
        assertThat(catalogue().at("calendar", "calendar")).contains(calendar);
    }

    @Test
    void aFaultyFileIsLeftOutAndTheOthersStay() throws IOException {
        drop("a.toml", "id = ");
        drop("calendar.toml", CALENDAR);

        assertThat(catalogue().all()).hasSize(Catalogue.ofOurs().all().size() + 1);
    }

    @Test
    void noFileTakesThePlaceOfAKnownClass() throws IOException {
        drop("a.toml", CALENDAR.replace("\"calendar\"", "\"location\""));
        drop(
                "b.toml",
                CALENDAR.replace("id = \"calendar\"", "id = \"spy\"")
                        .replace("\"calendar\"", "\"location\""));

        assertThat(catalogue().all()).isEqualTo(Catalogue.ofOurs().all());
    }

    private void drop(String name, String text) throws IOException {
        var folder = Files.createDirectories(home.resolve("gatehouse/classes"));
        Files.writeString(folder.resolve(name), text);
    }

    private Catalogue catalogue() {
        return new Catalogue(
                new XdgDirectories(
                        Map.of(
                                "XDG_DATA_HOME", home.toString(),
                                "XDG_DATA_DIRS", "/nowhere",
                                "XDG_CONFIG_DIRS", "/nowhere")));
    }
}
