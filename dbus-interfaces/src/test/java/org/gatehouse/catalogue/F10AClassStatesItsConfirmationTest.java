package org.gatehouse.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class F10AClassStatesItsConfirmationTest {

    private static final String CLASS =
            """
            id = "calendar"
            table = "calendar"
            entry = "calendar"
            values = "word"
            name = "Calendar"
            description = "Read your calendar."
            question = "Allow %s to read your calendar?"
            """;

    @Test
    void orIsRefused() {
        assertThatThrownBy(() -> ClassFile.parse(CLASS))
                .isInstanceOf(TomlException.class)
                .hasMessageContaining("confirmation is missing");
    }

    @Test
    void inOneOfThreeWords() {
        assertThatThrownBy(() -> ClassFile.parse(CLASS + "confirmation = \"maybe\"\n"))
                .hasMessage(
                        "line 8, column 1: confirmation is \"maybe\", but must be one of"
                                + " implicit, explicit, provider");
    }

    @Test
    void andHasNoKeyThatNobodyKnows() {
        var text = CLASS + "confirmation = \"explicit\"\ncolour = \"red\"\n";

        assertThatThrownBy(() -> ClassFile.parse(text))
                .hasMessage("line 9, column 1: colour is not a key that is known here");
    }
}
