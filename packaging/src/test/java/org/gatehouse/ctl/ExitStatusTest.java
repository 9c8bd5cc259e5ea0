package org.gatehouse.ctl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be told without a service; the rest is in the end-to-end tests.
class ExitStatusTest {

    private static final int FINE = 0;
    private static final int WRONG_USAGE = 2;
    private static final int NOT_REACHABLE = 3;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "--version", "grants --help", "policy check --help", "version"})
    void isFineWithoutAService(String arguments) {
        assertThat(run(arguments)).isEqualTo(FINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-such-command",
                "grants --bogus",
                "set org.a.B",
                "answer one allow",
                "policy",
                "situation set",
                "situation list driving",
                "situation leave driving",
                "revoke",
                "revoke org.a.B location --class camera",
                "set org.a.B location allow --until never",
                "set org.a.B location allow --until yesterday",
                "ledger --event nonsense",
                "ledger --since whenever",
                "set org.a.B location allow --for 1h --until 18:00"
            })
    void isWrongUsage(String arguments) {
        assertThat(run(arguments)).isEqualTo(WRONG_USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"apps", "doctor", "revoke org.a.B location", "ledger --follow", "prompt"})
    void isNotReachableWithoutABus(String arguments) {
        assertThat(run(arguments)).isEqualTo(NOT_REACHABLE);
    }

    @Test
    void isNotReachableWhereNobodyServes() {
        try (var bus = PrivateBus.start()) {
            assertThat(run(bus.environment(), "grants")).isEqualTo(NOT_REACHABLE);
        }
    }

    private int run(String arguments) {
        return run(
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("none")),
                arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }

    private static int run(Map<String, String> environment, String... arguments) {
        var out = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return Gatehousectl.run(environment, out, arguments);
    }
}
