package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"t", "gtk12345", "_", "0", "A_z_9"})
    void accepts(String token) {
        assertThat(new HandleToken(token)).hasToString(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "a/b", "..", "a b", "ä", "a\n", "a\0", "a.b"})
    void refuses(String token) {
        assertThatThrownBy(() -> new HandleToken(token))
                .isInstanceOf(PortalException.class)
                .hasMessage("Invalid token");
    }

    @Test
    void isAtMost128CharactersLong() {
        assertThat(new HandleToken("t".repeat(128)).value()).hasSize(128);
        assertThatThrownBy(() -> new HandleToken("t".repeat(129)))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void isTForARequestWithoutOne() {
        assertThat(HandleToken.ofRequest(null)).hasToString("t");
    }

    @Test
    void isMandatoryForASession() {
        assertThatThrownBy(() -> HandleToken.ofSession(null)).hasMessage("Missing token");
    }
}
