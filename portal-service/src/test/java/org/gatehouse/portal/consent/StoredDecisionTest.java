package org.gatehouse.portal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.RowForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredDecisionTest {

    private static final PermissionClass LOCATION = Catalogue.ofOurs().get("location");

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"COUNTRY,1", "CITY,2", "NEIGHBORHOOD,3", "STREET,4", "EXACT,5"})
    void readsALevel(String word, int rank) {
        assertThat(read(List.of(word, "0")))
                .isEqualTo(new StoredDecision.Granted(rank, 5, Lifespan.ALWAYS));
    }

    @Test
    void readsARefusal() {
        assertThat(read(List.of("NONE", "0"))).isEqualTo(new StoredDecision.Refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EXACT", "EXACT,1,2"})
    void takesAnotherLengthForUnset(String row) {
        assertThat(read(List.of(row.split(",")))).isEqualTo(new StoredDecision.Unset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact,0", "yes,0", ",0"})
    void doesNotUnderstandAnotherWord(String row) {
        assertThat(read(List.of(row.split(",")))).isEqualTo(new StoredDecision.Garbled());
    }

    @Test
    void writesSecondsSinceTheEpoch() {
        assertThat(RowForm.LEVEL_AND_TIME.write(LOCATION, 2, NOON))
                .containsExactly("CITY", "1767268800");
        assertThat(RowForm.LEVEL_AND_TIME.write(LOCATION, 0, NOON))
                .containsExactly("NONE", "1767268800");
    }

    private static StoredDecision read(List<String> row) {
        return StoredDecision.of(LOCATION, row, LOCATION.highest(), Lifespan.ALWAYS);
    }
}
