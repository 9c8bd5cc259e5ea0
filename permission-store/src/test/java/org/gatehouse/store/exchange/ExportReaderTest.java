package org.gatehouse.store.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Lifespan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportReaderTest {

    private static final String DATA = "\"data\": {\"signature\": \"y\", \"value\": \"AA==\"}";
    private static final String GRANT =
            """
            {"kind": "flatpak", "app": "org.a.App", "words": ["yes"], "lifespan": "always",
             "decided-by": "person", "decided": 5}\
            """;

    private static String document(String tables) {
        return "{\"format\": \"gatehouse-permissions\",\n \"version\": 1,\n \"tables\": "
                + tables
                + "}";
    }

    private static String place(String more) {
        return document("{\"background\": {\"background\": {" + DATA + more + "}}}");
    }

    private static Exported read(String text) throws IOException {
        return ExportReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void readsRowsAndGrants() throws Exception {
        var read = read(place(", \"rows\": {\"b\": [\"no\"]}, \"grants\": [" + GRANT + "]"));

        assertThat(read.entries()).containsOnlyKeys(EntryKey.of("background", "background"));
        var place = read.entries().values().iterator().next();
        assertThat(place.rows()).containsEntry("b", List.of("no"));
        assertThat(place.grants())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.app()).isEqualTo("org.a.App");
                    assertThat(each.grant().lifespan()).isEqualTo(new Lifespan.Always());
                    assertThat(each.grant().decided()).isEqualTo(5);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing at all||line 1, column",
                "no JSON|{tables}|line 1, column 2",
                "ends early|{\"format\": \"gatehouse-permissions\",|line 1, column",
                "an array|[]|an object is expected",
                "no format|{\"version\": 1, \"tables\": {}}|format is not",
                "another format|{\"format\": \"x\", \"version\": 1, \"tables\": {}}|format is not",
                "unknown key|{\"format\": \"gatehouse-permissions\", \"more\": 1}|key more",
                "key twice|{\"version\": 1, \"version\": 1}|uplicate field",
                "number as text|{\"version\": \"1\"}|whole number is expected",
                "negative|{\"version\": -1}|not a number from 0",
                "too large|{\"version\": 99999999999999999999}|",
                "fraction|{\"version\": 1.5}|whole number is expected",
            })
    void refusesWithThePlace(String name, String text, String complaint) {
        assertThatThrownBy(() -> read(text == null ? "" : text))
                .as(name)
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("line 1, column")
                .hasMessageContaining(complaint == null ? "" : complaint);
    }

    @Test
    void refusesAnotherVersionAndWhatFollows() {
        refused("version is not 1", document("{}").replace("1,", "2,"));
        refused("has ended", document("{}") + " {}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"../evil\": {\"a\": {DATA}}}|not a table name",
                "{\"documents\": {\"a\": {DATA}}}|files of one machine",
                "{\"t\": {\"a\": {}}}|data is missing",
                "{\"t\": {\"a\": {DATA, \"x\": 1}}}|key x is unknown",
                "{\"t\": {\"a\": {DATA}, \"a\": {DATA}}}|uplicate field",
                "{\"t\": {\"a\": {DATA, \"rows\": {\"b\": []}}}}|words are missing",
                "{\"t\": {\"a\": {DATA, \"rows\": {\"b\": \"no\"}}}}|an array is expected",
                "{\"t\": {\"a\": {DATA, \"rows\": {\"b\": [1]}}}}|a text is expected",
            })
    void refusesPlacesThatAreNone(String tables, String complaint) {
        refused(complaint, document(tables.replace("DATA", DATA)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', AA==",
        "q, AA==",
        "yy, AAA=",
        "h, AAAAAA==",
        "s, AAAA",
        "(y, AA==",
        "y, !!",
        "y, ''",
    })
    void refusesDataThatIsNotItsSignature(String signature, String value) {
        var data =
                "\"data\": {\"signature\": \"%s\", \"value\": \"%s\"}".formatted(signature, value);

        refused("line", document("{\"t\": {\"a\": {" + data + "}}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "flatpak, rpm, not a kind of app",
        "always, session, does not leave it",
        "always, once, not a lifespan",
        "always, until, not a time",
        "person, nobody, not a decider",
        "\"decided\", \"more\", key more is unknown",
        "\"app\", \"reason\", key app is missing",
        "\"yes\", '', words are missing",
    })
    void refusesGrantsThatAreNone(String from, String to, String complaint) {
        refused(complaint, place(", \"grants\": [" + GRANT.replace(from, to) + "]"));
    }

    @Test
    void refusesTwoDecisionsOfOneApp() {
        refused("two grants", place(", \"grants\": [" + GRANT + "," + GRANT + "]"));
        refused(
                "a row and a grant",
                place(", \"rows\": {\"org.a.App\": [\"no\"]}, \"grants\": [" + GRANT + "]"));
    }

    @Test
    void refusesWhatIsTooDeepOrTooMuch() {
        refused("a text is expected", place(", \"rows\": {\"b\": " + "[".repeat(100)));
        var id = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            id.append(i == 0 ? "" : ",").append("\"b").append(i).append("\": [\"no\"]");
        }
        refused("50,000", place(", \"rows\": {" + id + "}"));
        refused("line", place(", \"rows\": {\"" + "x".repeat(200_000) + "\": [\"no\"]}"));
    }

    private static void refused(String complaint, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("line ")
                .hasMessageContaining("column ")
                .hasMessageContaining(complaint);
    }
}
