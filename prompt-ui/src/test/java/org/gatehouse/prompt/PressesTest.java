package org.gatehouse.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressesTest {

    private final Presses<String> presses = new Presses<>();

    @Test
    void remembersWhenAPressBegan() {
        assertThat(presses.began("space", 10)).isTrue();

        assertThat(presses.ended("space")).hasValue(10);
    }

    @Test
    void takesRepetitionsForTheSamePress() {
        presses.began("space", 10);

        assertThat(presses.began("space", 500)).isFalse();
        assertThat(presses.ended("space")).hasValue(10);
    }

    @Test
    void knowsNothingOfAPressThatBeganElsewhere() {
        assertThat(presses.ended("space")).isEmpty();
    }

    @Test
    void forgetsWhatIsHeldDown() {
        presses.began("space", 10);

        presses.forget();

        assertThat(presses.ended("space")).isEmpty();
    }
}
