package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.libc.Libc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 1,000 rounds of each attack with `-Dgatehouse.long=true`, else 20.
class R17ReusedProcessIdsNeverMeanHostTest {

    private static final int ROUNDS = Boolean.getBoolean("gatehouse.long") ? 1_000 : 20;

    @ParameterizedTest
    @ValueSource(strings = {"prompt", "late"})
    void inAnyRound(String greeting) throws Exception {
        var out = runInOwnProcessNamespace(PidReuse.class, Integer.toString(ROUNDS), greeting);

        assertThat(out).endsWith("rounds=" + ROUNDS + " naive=" + ROUNDS + " host=0\n");
    }

    /// What the program prints; a namespace of its own, so that no other process takes an id.
    private static String runInOwnProcessNamespace(Class<?> program, String... arguments)
            throws Exception {
        var command = new ArrayList<>(List.of("unshare", "--pid", "--fork", "--mount-proc"));
        if (Libc.effectiveUser() != 0) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(
                List.of(
                        "--kill-child",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        // threads of the JVM take process ids as well: none that come and go
                        "-XX:+UseSerialGC",
                        "-XX:-UseDynamicNumberOfCompilerThreads",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName()));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
