package org.gatehouse.portal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
        assertThat(name(Locale.of("de", "AT"))).isEqualTo("Karten");
        assertThat(name(Locale.of("pt", "BR"))).isEqualTo("Mapas");
        assertThat(name(Locale.of("pt", "PT"))).isEqualTo("Maps");
    }

    @Test
    void splitsListsAndResolvesEscapes() {
        assertThat(FILE.list("Desktop Entry", "List")).containsExactly("a", "b", "c");
        assertThat(FILE.value("Desktop Entry", "Text")).contains("one two\nthree\\four");
    }

    private static String name(Locale locale) {
        return FILE.value("Desktop Entry", "Name", locale).orElseThrow();
    }
}
