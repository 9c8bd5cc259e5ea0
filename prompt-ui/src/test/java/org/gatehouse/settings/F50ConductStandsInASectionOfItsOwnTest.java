package org.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.settings.fake.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class F50ConductStandsInASectionOfItsOwnTest {

    @ParameterizedTest
    @ValueSource(strings = {"background", "notifications", "gamemode", "realtime"})
    void whatSaysHowAnAppRunsIsNoPermission(String id) {
        assertThat(Samples.usual().permission(id).isConduct()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"location", "camera", "microphone", "screenshot", "of-another-time"})
    void whatCanCostThePersonSomethingIsAPermission(String id) {
        assertThat(Samples.usual().permission(id).isConduct()).isFalse();
    }
}
