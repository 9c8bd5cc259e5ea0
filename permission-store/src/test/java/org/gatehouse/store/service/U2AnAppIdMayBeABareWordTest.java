package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Requirement U2, the store's part.
class U2AnAppIdMayBeABareWordTest {

    @Test
    void aBareWordIsAKeyOfTheStore() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission(
                    "location", true, "location", "ubtms", List.of("EXACT", "0"));

            assertThat(served.store.GetPermission("location", "location", "ubtms"))
                    .containsExactly("EXACT", "0");
        }
    }

    @Test
    void theEmptyWordIsAKeyThatMatchesOnlyItself() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission("location", true, "location", "", List.of("EXACT", "0"));

            assertThat(served.store.GetPermission("location", "location", ""))
                    .containsExactly("EXACT", "0");
            assertThat(served.store.GetPermission("location", "location", "a")).isEmpty();
        }
    }
}
