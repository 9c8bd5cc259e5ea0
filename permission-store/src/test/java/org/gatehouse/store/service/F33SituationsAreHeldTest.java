package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.gatehouse.Permissions1;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirement F33, the store's part: situations begin and end, and everybody can see them.
class F33SituationsAreHeldTest {

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    @Test
    void oneBeginsAndEndsAndEverybodyIsTold() throws Exception {
        var log = served.bus.folder().resolve("monitor.log");
        served.bus.spawn(
                served.bus
                        .builder(
                                java.util.Map.of(),
                                "gdbus",
                                "monitor",
                                "--session",
                                "-d",
                                Permissions1Face.NAME)
                        .redirectOutput(log.toFile()));
        Await.until("the monitor listens", () -> text(log).contains("is owned by"));

        app.permissions.SetSituation("driving", true);
        app.permissions.SetSituation("locked", true);
        app.permissions.SetSituation("driving", true);
        assertThat(situations()).containsExactly("driving", "locked");
        app.permissions.SetSituation("driving", false);

        assertThat(situations()).containsExactly("locked");
        assertThat(app.ledger(100, "events", List.of("set")))
                .extracting("text")
                .containsExactly(
                        "situation driving ends",
                        "situation locked begins",
                        "situation driving begins");
        Await.until(
                "it is told",
                () ->
                        text(log).contains("PropertiesChanged")
                                && text(log).contains("{'Situations': <['locked']>}"));
    }

    private static String text(java.nio.file.Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (java.io.IOException e) {
            return "";
        }
    }

    @Test
    void itHoldsOverARestartOfTheServiceButNotOverTheSession() throws Exception {
        app.permissions.SetSituation("driving", true);

        served.restart();
        assertThat(situations()).containsExactly("driving");

        var file = served.bus.folder().resolve("run/gatehouse-situations");
        var ofAnother = Files.readString(file).replaceFirst("[0-9a-f]{32}", "0".repeat(32));
        Files.writeString(file, ofAnother);
        served.restart();
        assertThat(situations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Driving", "two words", "1st", "a/b", "x\ny"})
    void aWordThatCannotNameOneIsInvalid(String word) {
        assertThatThrownBy(() -> app.permissions.SetSituation(word, true))
                .hasMessageContaining("InvalidArgument")
                .hasMessageContaining("situation");
        assertThat(situations()).isEmpty();
    }

    @Test
    void thereAreThirtyTwoAtMost() {
        for (int i = 0; i < 32; i++) {
            app.permissions.SetSituation("s" + i, true);
        }

        assertThatThrownBy(() -> app.permissions.SetSituation("s32", true))
                .hasMessageContaining("Failed");
        assertThat(situations()).hasSize(32);
    }

    @SuppressWarnings("unchecked") // the property's type
    private List<String> situations() {
        return (List<String>)
                app.bus.property(
                        Permissions1.class,
                        Permissions1Face.NAME,
                        Permissions1Face.PATH,
                        "Situations",
                        ServedStore.DEADLINE);
    }
}
