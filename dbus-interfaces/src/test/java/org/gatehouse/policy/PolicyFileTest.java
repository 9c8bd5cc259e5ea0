package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.TomlException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

    private static final Catalogue CATALOGUE = Catalogue.ofOurs();

    @Nested
    class AMistake {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        verdict = "perhaps"          | line 3, column 1: verdict is "perhaps"
                        prompt = "often"             | line 3, column 1: prompt is "often"
                        max-accuracy = "nearby"      | line 3, column 1: max-accuracy must be one of
                        lifespans = []               | line 3, column 1: lifespans must name one
                        lifespans = ["forever"]      | line 3, column 1: lifespans is "forever"
                        implied-before = "master"    | line 3, column 1: implied-before must be
                        kind = "docker"              | line 3, column 1: kind must be one of
                        verdikt = "deny"             | line 3, column 1: verdikt is not a key
                        reason-required = "yes"      | line 3, column 1: reason-required must be
                        """)
        void isNamedWithItsPlace(String line, String complaint) {
            assertThatThrownBy(() -> administrator("[[rule]]\nclass = \"location\"\n" + line))
                    .isInstanceOf(TomlException.class)
                    .hasMessageStartingWith(complaint);
        }

        @Test
        void isARuleThatLaysNothingDown() {
            assertThatThrownBy(() -> administrator("\n[[rule]]\nclass = \"location\""))
                    .hasMessage("line 3, column 1: a rule that lays nothing down");
        }

        @Test
        void isAnAccuracyForEveryClass() {
            assertThatThrownBy(
                            () -> administrator("[[rule]]\nclass = \"*\"\nmax-accuracy = \"city\""))
                    .hasMessageContaining("needs one class");
        }

        @Test
        void isARetirementForSomeApps() {
            assertThatThrownBy(() ->
                            administrator(
                                    "[[rule]]\nclass = \"location\"\napp = \"a.*\"\nretired = true"))
                    .hasMessageContaining("class as a whole");
        }

        @ParameterizedTest
        @ValueSource(strings = {"implied-before = \"23.08\"", "retired = true", "locked = true"})
        void isWhatTheUserMayNotSay(String line) {
            var text = "[[rule]]\nclass = \"location\"\nverdict = \"deny\"\n" + line;

            assertThatThrownBy(() -> PolicyFile.parse(text, "x", PolicyLayer.USER, CATALOGUE))
                    .hasMessageStartingWith("line 4, column 1: ");
        }

        @Test
        void isALockOfTheVendor() {
            var text = "[[rule]]\nclass = \"location\"\nverdict = \"deny\"\nlocked = true";

            assertThatThrownBy(() -> PolicyFile.parse(text, "x", PolicyLayer.VENDOR, CATALOGUE))
                    .hasMessageContaining("administrator");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[backend.gtk]\nforeign-refusal = \"maybe\"",
                    "[unused]\ndays = -1",
                    "[while-in-use]\ngrace-seconds = 1.5",
                    "[indicator]\nnotify = \"sometimes\"",
                    "[indicator]\nloud = true",
                    "[rule]\nclass = \"location\"",
                    "[[rule"
                })
        void isFoundInEveryTable(String text) {
            assertThatThrownBy(() -> administrator(text))
                    .isInstanceOf(TomlException.class)
                    .hasMessageContaining("line ");
        }
    }

    @Test
    void aClassThatIsNotKnownIsAWarning() throws TomlException {
        var file = administrator("[[rule]]\nclass = \"calender\"\nverdict = \"deny\"");

        assertThat(file.warnings())
                .singleElement()
                .asString()
                .startsWith("line 2, column 1: class is \"calender\"");
        assertThat(file.rules()).hasSize(1);
    }

    private static PolicyFile administrator(String text) throws TomlException {
        return PolicyFile.parse(text, "x.toml", PolicyLayer.ADMINISTRATOR, CATALOGUE);
    }
}
