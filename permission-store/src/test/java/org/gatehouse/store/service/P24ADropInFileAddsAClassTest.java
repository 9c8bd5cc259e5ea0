package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requirements P21, P24, F2 and F4, the store's part: a class is a file, and a file is enough for
/// it to be described, decided, told of and taken back.
class P24ADropInFileAddsAClassTest {

    private static final String LAMP =
            """
            id = "lamp"
            table = "devices"
            entry = "lamp"
            values = "word"
            name = "Lamp"
            description = "Switch the lamp."
            icon = "lamp-symbolic"
            question = "Allow %s to switch the lamp?"
            risks = ["money", "safety"]
            usage = "reserved"
            confirmation = "explicit"
            lifespans = ["session", "until"]

            [[level]]
            id = "dim"
            word = "dim"
            label = "A little"

            [[level]]
            id = "bright"
            word = "bright"
            label = "All of it"
            """;

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        var folder = served.bus.folder().resolve("data/gatehouse/classes");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lamp.toml"), LAMP);
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    @Test
    void itIsDescribedAsItsFileSays() {
        assertThat(Listening.plain(app.permissions.ListClasses()))
                .filteredOn(Listening.says("class", "lamp"))
                .singleElement()
                .satisfies(lamp -> {
                    assertThat(lamp)
                            .containsEntry("name", "Lamp")
                            .containsEntry("description", "Switch the lamp.")
                            .containsEntry("icon", "lamp-symbolic")
                            .containsEntry("usage", "reserved")
                            .containsEntry("risks", java.util.List.of("money", "safety"))
                            .containsEntry("lifespans", java.util.List.of("session", "until"));
                });
    }

    @Test
    void itIsDecidedToldOfAndTakenBackWithoutNewCode() {
        app.set("lamp", "flatpak", "org.a.App", "verdict", "allow", "level", "dim");

        assertThat(served.store.GetPermission("devices", "lamp", "org.a.App"))
                .containsExactly("dim");
        assertThat(app.grant("class", "lamp")).containsEntry("level", "dim");
        Await.until(
                "it is told",
                () ->
                        app.grants.stream()
                                .anyMatch(signal -> signal.permission_class().equals("lamp")));

        app.revoke("class", "lamp");
        assertThat(app.grant("class", "lamp")).containsEntry("verdict", "deny");
        assertThat(app.ledger(2, "class", "lamp"))
                .extracting("event")
                .containsExactly("revoked", "set");
    }
}
