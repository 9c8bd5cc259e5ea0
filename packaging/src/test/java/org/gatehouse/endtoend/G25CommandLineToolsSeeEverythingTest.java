package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class G25CommandLineToolsSeeEverythingTest {

    private Desktop desktop;

    @BeforeEach
    void openADesktop() throws IOException {
        desktop = new Desktop("--activate", Names.STORE + "=" + Image.STORE);
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void permissionsListsAWriteWithoutARestart() throws InterruptedException {
        write(
                "SetPermission",
                "location",
                "true",
                "location",
                "org.example.Maps",
                "['EXACT', '0']");
        assertListed("org.example.Maps", "EXACT,0");

        write("SetPermission", "devices", "true", "camera", "org.example.Chat", "['yes']");
        assertListed("org.example.Chat", "yes");
        assertListed("org.example.Maps", "EXACT,0");
    }

    @Test
    void whatTheToolsWriteIsReadBack() throws InterruptedException {
        desktop.run(
                "flatpak",
                "permission-set",
                "notifications",
                "notification",
                "org.example.Chat",
                "no");

        assertThat(read("notifications", "notification", "org.example.Chat")).contains("['no']");
        assertListed("org.example.Chat", "no");
    }

    @Test
    void resetAndRemoveTakeRowsAway() throws InterruptedException {
        write(
                "SetPermission",
                "location",
                "true",
                "location",
                "org.example.Maps",
                "['EXACT', '0']");
        write("SetPermission", "devices", "true", "camera", "org.example.Maps", "['yes']");
        write("SetPermission", "devices", "true", "camera", "org.example.Chat", "['yes']");
        assertListed("org.example.Maps", "yes");

        desktop.run("flatpak", "permission-reset", "org.example.Maps");
        desktop.run("flatpak", "permission-remove", "devices", "camera", "org.example.Chat");

        assertThat(read("location", "location", "org.example.Maps")).doesNotContain("EXACT");
        assertThat(read("devices", "camera", "org.example.Chat")).doesNotContain("yes");
        Desktop.await(
                "the list is empty",
                () -> !desktop.run("flatpak", "permissions").contains("org.example"));
    }

    @Test
    void showNamesTheRowsOfOneApp() throws InterruptedException {
        write("SetPermission", "location", "true", "location", "org.example.Maps", "['CITY', '0']");

        Desktop.await(
                "shown",
                () ->
                        desktop.run("flatpak", "permission-show", "org.example.Maps")
                                .contains("CITY"));
    }

    private void write(String method, String... arguments) throws InterruptedException {
        assertThat(
                        desktop.call(
                                Names.STORE,
                                Names.STORE_PATH,
                                Names.STORE + "." + method,
                                arguments))
                .isEqualTo("()");
    }

    private String read(String table, String id, String app) throws InterruptedException {
        return desktop.call(
                Names.STORE, Names.STORE_PATH, Names.STORE + ".GetPermission", table, id, app);
    }

    /// The tool finds tables by their files, which follow a write within a second.
    private void assertListed(String app, String permissions) throws InterruptedException {
        Desktop.await(
                app + " is listed",
                () ->
                        desktop.run("flatpak", "permissions")
                                .lines()
                                .anyMatch(
                                        line -> line.contains(app) && line.contains(permissions)));
    }
}
