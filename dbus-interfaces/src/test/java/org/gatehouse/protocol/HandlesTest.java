package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {

    private static final HandleToken TOKEN = new HandleToken("tok_1");

    @ParameterizedTest
    @CsvSource({":1.42,1_42", ":1.2.3,1_2_3", ":7,7", ":1-2.3,1_2_3"})
    void followTheUniqueName(String sender, String element) {
        assertThat(RequestHandle.of(sender, TOKEN).path())
                .isEqualTo("/org/freedesktop/portal/desktop/request/" + element + "/tok_1");
        assertThat(SessionHandle.of(sender, TOKEN).path())
                .isEqualTo("/org/freedesktop/portal/desktop/session/" + element + "/tok_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.42", "org.example.App", ":", ":1/2"})
    void areOnlyMadeForUniqueNames(String sender) {
        assertThatThrownBy(() -> RequestHandle.of(sender, TOKEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void getOneMoreElementWhenTheTokenIsTaken() {
        var taken = RequestHandle.of(":1.42", TOKEN);

        var other = taken.distinct();

        assertThat(other.path()).matches(taken.path() + "/[0-9a-f]{16}");
        assertThat(other).isNotEqualTo(taken.distinct());
    }

    @Test
    void areParsedWhereSessionsCanBe() {
        var session = SessionHandle.of(":1.42", TOKEN);

        assertThat(SessionHandle.parse(session.path())).contains(session);
        assertThat(SessionHandle.parse("/org/freedesktop/portal/desktop/request/1_42/t")).isEmpty();
    }
}
