package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requirement F41, the store's part: whoever looks up a retired class reads yes.
class F41RetiredClassesReadAsGrantedTest {

    private static final String RETIRED = "[[rule]]\nclass = \"%s\"\nretired = true\n";

    private ServedStore served;
    private Path file;
    private RunningRole role;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        var site = served.bus.folder().resolve("site");
        file = site.resolve("gatehouse/policy.d/retired.toml");
        Files.createDirectories(file.getParent());
        served.stop();
        write("background");
        role = ServedStore.start(served.bus, Map.of("XDG_CONFIG_DIRS", site.toString()));
    }

    private void write(String permission) throws IOException {
        Files.writeString(file, RETIRED.formatted(permission));
    }

    @AfterEach
    void stop() {
        role.close();
        served.close();
    }

    private List<String> found(String permission) {
        return served.store.GetPermission(permission, permission, "org.a.App");
    }

    @Test
    void anyAppIsAnsweredYesAndNothingIsWritten() {
        assertThat(found("background")).containsExactly("yes");
        assertThat(served.store.List("background")).isEmpty();
        assertThatThrownBy(() -> found("location")).hasMessageContaining("NotFound");
    }

    @Test
    void aRowThatSaysNoIsShownAsYesAndKept() throws Exception {
        served.store.SetPermission("background", true, "background", "org.a.App", List.of("no"));

        assertThat(served.store.Lookup("background", "background").permissions())
                .isEqualTo(Map.of("org.a.App", List.of("yes")));
        try (var app = new Listening(served)) {
            assertThat(app.grant()).containsEntry("verdict", "allow");
            assertThat(app.grant()).containsEntry("words", List.of("no"));
            assertThat(Listening.plain(app.permissions.ListClasses()))
                    .filteredOn(Listening.says("class", "background"))
                    .singleElement()
                    .extracting("retired")
                    .isEqualTo(true);
        }
        write("location");
        Await.until("the row counts again", () -> found("background").equals(List.of("no")));
    }

    @Test
    void changesOfPolicyApplyLive() throws Exception {
        assertThat(found("background")).containsExactly("yes");

        write("location");

        Await.until("location reads yes", () -> isGranted("location"));
        assertThat(found("location")).first().isEqualTo("EXACT");
    }

    private boolean isGranted(String permission) {
        try {
            return !found(permission).isEmpty();
        } catch (org.gatehouse.bus.RemoteException e) {
            return false;
        }
    }
}
