package org.gatehouse.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s", "a{sv}", "(ii)", "a(sa(us))", "aay", "a{s(tt)}", "ybnqiuxtdsoghv"})
    void parsesAndGivesBack(String signature) {
        assertThat(WireType.signatureOf(Signatures.parse(signature))).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "(", "()", "(i", "{sv}", "a{vs}", "a{s}", "a{sv", "z", "ü", "a{siv}"})
    void refuses(String signature) {
        assertThatThrownBy(() -> Signatures.parse(signature)).isInstanceOf(WireException.class);
    }

    @Test
    void refusesNestingOver32() {
        assertThat(Signatures.parse("a".repeat(32) + "i")).hasSize(1);
        assertThatThrownBy(() -> Signatures.parse("a".repeat(33) + "i"))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Signatures.parse("(".repeat(33) + "i" + ")".repeat(33)))
                .isInstanceOf(WireException.class);
    }

    @Test
    void refusesMoreThan255Characters() {
        assertThatThrownBy(() -> Signatures.parse("i".repeat(256)))
                .isInstanceOf(WireException.class);
    }
}
