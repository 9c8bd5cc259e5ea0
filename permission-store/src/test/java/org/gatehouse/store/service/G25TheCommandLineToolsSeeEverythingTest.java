package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Requirement G25, with the real command-line tools.
class G25TheCommandLineToolsSeeEverythingTest {

    @Test
    void eachToolSeesAndChangesWhatIsThereWithoutARestart() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission(
                    "location", true, "location", "org.a.App", List.of("EXACT", "1"));
            assertThat(flatpak(served, "permissions")).contains("location", "org.a.App", "EXACT,1");

            flatpak(served, "permission-set", "notifications", "notification", "org.b.App", "no");
            assertThat(served.store.GetPermission("notifications", "notification", "org.b.App"))
                    .containsExactly("no");
            assertThat(flatpak(served, "permission-show", "org.b.App"))
                    .contains("notifications", "no");
            assertThat(flatpak(served, "permissions")).contains("org.a.App", "org.b.App");

            flatpak(
                    served,
                    "permission-set",
                    "--data={'always-ask': <true>}",
                    "desktop-used-apps",
                    "text/plain",
                    "org.b.App",
                    "vi",
                    "1",
                    "3");
            assertThat(served.store.Lookup("desktop-used-apps", "text/plain").data().signature())
                    .isEqualTo("a{sv}");

            flatpak(served, "permission-remove", "notifications", "notification", "org.b.App");
            assertThat(served.store.Lookup("notifications", "notification").permissions())
                    .isEmpty();
            flatpak(served, "permission-remove", "notifications", "notification");
            assertThat(served.store.List("notifications")).isEmpty();

            flatpak(served, "permission-reset", "org.b.App");
            assertThat(served.store.Lookup("desktop-used-apps", "text/plain").permissions())
                    .isEmpty();
            flatpak(served, "permission-reset", "--all");
            assertThat(flatpak(served, "permissions")).doesNotContain("org.a.App");
        }
    }

    private static String flatpak(ServedStore served, String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "flatpak";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return served.bus.run(command).succeeded();
    }
}
