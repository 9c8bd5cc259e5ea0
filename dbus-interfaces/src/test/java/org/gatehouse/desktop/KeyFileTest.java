package org.gatehouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyFileTest {

    private static final KeyFile FILE =
            KeyFile.parse(
                    """
                    # a comment
                    stray=1
                    [Desktop Entry]
                    Name=Maps
                    Name[de]=Karten
                    Name[pt_BR] = Mapas
                    List=a;b; c ;;
                    Text=one\\stwo\\nthree\\\\four
                    nonsense
                    [empty]
                    """);

    @Test
    void findsAValueInItsGroupOnly() {
        assertThat(FILE.value("Desktop Entry", "Name")).contains("Maps");
        assertThat(FILE.value("empty", "Name")).isEmpty();
        assertThat(FILE.value("absent", "Name")).isEmpty();
        assertThat(FILE.has("empty")).isTrue();
    }

    @Test
    void prefersThePersonsLanguage() {
        assertThat(name("de_AT.UTF-8")).isEqualTo("Karten");
        assertThat(name("pt_BR")).isEqualTo("Mapas");
        assertThat(name("pt_PT")).isEqualTo("Maps");
    }

    @Test
    void splitsListsAndResolvesEscapes() {
        assertThat(FILE.list("Desktop Entry", "List")).containsExactly("a", "b", "c");
        assertThat(FILE.value("Desktop Entry", "Text")).contains("one two\nthree\\four");
    }

    private static String name(String language) {
        return FILE.value("Desktop Entry", "Name", Locales.of(Map.of("LANG", language)))
                .orElseThrow();
    }
}
