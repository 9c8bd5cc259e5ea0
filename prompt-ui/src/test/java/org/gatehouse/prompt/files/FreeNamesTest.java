package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreeNamesTest {

    @Test
    void keepsNamesThatAreFree() {
        assertThat(FreeNames.of(List.of("a", "b.txt"), _ -> false)).containsExactly("a", "b.txt");
    }

    @Test
    void numbersNamesThatAreTakenBeforeTheirEnding() {
        var taken = Set.of("a.tar.gz", "a (1).tar.gz", "b");

        assertThat(FreeNames.of(List.of("a.tar.gz", "b"), taken::contains))
                .containsExactly("a (2).tar.gz", "b (1)");
    }

    @Test
    void givesNoNameTwice() {
        assertThat(FreeNames.of(List.of("a", "a", "a (1)"), _ -> false))
                .containsExactly("a", "a (1)", "a (1) (1)");
    }
}
