package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.freedesktop.impl.portal.PermissionStore.Changed;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Requirement G12.
class G12ChangedOnDeleteCarriesTheLastValuesTest {

    private static final Map<String, List<String>> PERMISSIONS = Map.of("a", List.of("x", "y"));
    private static final RawVariant DATA = new RawVariant("s", new byte[] {1, 0, 0, 0, 'q', 0});

    @Test
    void deleteTellsWhatWasDeleted() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.Set("table", true, "id", PERMISSIONS, DATA);

            served.store.Delete("table", "id");

            Await.until("both are told", () -> served.changes.size() == 2);
            assertThat(served.changes)
                    .containsExactly(
                            new Changed("table", "id", false, DATA, PERMISSIONS),
                            new Changed("table", "id", true, DATA, PERMISSIONS));
        }
    }
}
