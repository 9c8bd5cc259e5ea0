package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeBranchTest {

    @ParameterizedTest
    @CsvSource({"22.08, 23.08, -1", "23.08, 23.08, 0", "46, 23.08, 1", "3.38, 3.4, 1", "3, 3.0, 0"})
    void comparesNumberByNumber(String one, String other, int order) {
        assertThat(branch(one).compareTo(branch(other))).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "master", "stable", "5.15-23.08", ".1", "1.", "1..2", "9999999999"})
    void knowsNoOrderOfOthers(String branch) {
        assertThat(RuntimeBranch.parse(branch)).isEmpty();
    }

    private static RuntimeBranch branch(String text) {
        return RuntimeBranch.parse(text).orElseThrow();
    }
}
