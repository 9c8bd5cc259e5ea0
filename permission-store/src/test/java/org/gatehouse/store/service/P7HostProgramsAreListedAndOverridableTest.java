package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Requirement P7, the store's part: what is decided about a host program is listed as such, and
/// says nothing about a sandboxed app of the same id.
class P7HostProgramsAreListedAndOverridableTest {

    private static final String APP = "org.gnome.Maps";

    @Test
    void aRefusalToAHostProgramIsItsOwn() throws Exception {
        try (var served = ServedStore.start();
                var app = new Listening(served)) {
            app.set("location", "flatpak", APP, "verdict", "allow");
            app.revoke("class", "location", "kind", "host", "app", APP);

            assertThat(app.apps("kind", "host")).hasSize(1);
            assertThat(app.apps("kind", "host").getFirst())
                    .containsEntry("kind", "host")
                    .containsEntry("denied", 1L);
            assertThat(served.decisions.Find("location", "location", "host", APP).permissions())
                    .first()
                    .isEqualTo("NONE");
            assertThat(served.decisions.Find("location", "location", "flatpak", APP).permissions())
                    .first()
                    .isEqualTo("EXACT");
        }
    }
}
