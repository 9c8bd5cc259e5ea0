package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCodeTest {

    @ParameterizedTest
    @CsvSource({"0,SUCCESS", "1,CANCELLED", "2,OTHER", "3,OTHER", "-1,OTHER", "4294967295,OTHER"})
    void takesUnknownCodesFor2(long code, ResponseCode meaning) {
        assertThat(ResponseCode.of(code)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS,0", "CANCELLED,1", "OTHER,2"})
    void goesOverTheBusAsANumber(ResponseCode code, int value) {
        assertThat(code.value()).isEqualTo(value);
    }
}
