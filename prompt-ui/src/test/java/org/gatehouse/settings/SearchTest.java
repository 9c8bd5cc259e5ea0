package org.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.settings.fake.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static List<String> found(String query) {
        return new Search(query).apps(Samples.usual()).stream().map(AppRow::name).toList();
    }

    @ParameterizedTest
    @CsvSource({"maps,Maps", "MÁPS,Maps", "gnome weather,Weather", "spot snap,Spot it"})
    void findsByNameIdAndKind(String query, String name) {
        assertThat(found(query)).containsExactly(name);
    }

    @Test
    void findsByWhatAnAppWasGiven() {
        assertThat(found("microphone")).containsExactly("Calls");
    }

    @Test
    void findsWordsOfEveryScript() {
        assertThat(found("מפות")).containsExactly("מפות ומסלולים");
    }

    @Test
    void needsEveryWord() {
        assertThat(found("maps weather")).isEmpty();
    }

    @Test
    void findsEverythingByNothing() {
        assertThat(found("  ")).hasSize(Samples.usual().apps().size());
    }
}
