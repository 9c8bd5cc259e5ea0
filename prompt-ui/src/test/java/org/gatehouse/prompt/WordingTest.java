package org.gatehouse.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.prompt.Choice.Option;
import org.gatehouse.prompt.Wording.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @Test
    void hasWordsForWhatIsMissing() {
        var wording = new Wording("", "", "", "", new Labels("", ""));

        assertThat(wording.title()).isEqualTo("An app asks for permission");
        assertThat(wording.labels()).isEqualTo(new Labels("Deny", "Allow"));
    }

    @Test
    void doesNotLetTwoButtonsSayTheSame() {
        assertThat(new Labels("Allow", "al\u202Elow")).isEqualTo(new Labels("Deny", "Allow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The app says: “To find you.” | The app says | To find you.",
                "The app says: To find you. | The app says | To find you.",
                "The app says: “To find… | The app says | To find…",
                "The app says: “”” | The app says | ”",
                "Shows you the way. | '' | Shows you the way.",
            })
    void tellsTheAppsWordsFromOthers(String subtitle, String speaker, String words) {
        var quotation = new Wording("t", subtitle, "", "", new Labels("", "")).quotation();

        assertThat(quotation).isEqualTo(new Quotation(speaker, words));
    }

    @Test
    void namesTheChoicesOfItsOwnPortalsWhereLabelsAreMissing() {
        var lifespan =
                new Choice("lifespan", "", List.of(new Option("session", "")), "none of them");

        assertThat(lifespan.label()).isEqualTo("For how long");
        assertThat(lifespan.options().getFirst().label()).isEqualTo("Until I log out");
        assertThat(lifespan.selected()).isEqualTo("session");
    }

    @Test
    void takesAChoiceWithoutOptionsForACheckBox() {
        assertThat(new Choice("remember", "Remember", List.of(), "true").isCheckBox()).isTrue();
        assertThat(new Choice("remember", "Remember", List.of(), "yes").selected())
                .isEqualTo("false");
    }
}
