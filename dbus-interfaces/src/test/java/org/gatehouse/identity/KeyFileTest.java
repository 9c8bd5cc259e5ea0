package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @Test
    void findsValuesByGroupAndKey() throws IdentityDoubt {
        var file =
                parse("# by hand\n[Application]\nname = org.example.App\n\n[Empty]\n[B]\nk=a=b\n");

        assertThat(file.value("Application", "name")).contains("org.example.App");
        assertThat(file.value("B", "k")).contains("a=b");
        assertThat(file.value("B", "name")).isEmpty();
        assertThat(file.hasGroup("Empty")).isTrue();
        assertThat(file.hasGroup("None")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=early\n[A]",
                "[A]\nk=1\nk=2",
                "[A]\n[A]",
                "[",
                "[A",
                "A]",
                "[]",
                "[A]]",
                "[A]\nno value",
                "[A]\n=no key",
                "[A]\nk=1\0",
                "[A]\r\nk=1\r\n",
                "[A]\nk=\u0007"
            })
    void refusesWhatCouldBeReadInTwoWays(String content) {
        assertThatThrownBy(() -> parse(content)).isInstanceOf(IdentityDoubt.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        var content = "[A]\nk=\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> KeyFile.parse(content)).isInstanceOf(IdentityDoubt.class);
    }

    @Test
    void refusesAnAbsentOrEmptyMandatoryKey() throws IdentityDoubt {
        var file = parse("[A]\nempty=\n");

        assertThatThrownBy(() -> file.mandatory("A", "empty")).isInstanceOf(IdentityDoubt.class);
        assertThatThrownBy(() -> file.mandatory("A", "none")).isInstanceOf(IdentityDoubt.class);
    }

    @Property(tries = 500, seed = "1")
    void neverThrowsAnythingElse(@ForAll byte[] content) {
        try {
            KeyFile.parse(content);
        } catch (IdentityDoubt expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }

    private static KeyFile parse(String content) throws IdentityDoubt {
        return KeyFile.parse(content.getBytes(StandardCharsets.UTF_8));
    }
}
