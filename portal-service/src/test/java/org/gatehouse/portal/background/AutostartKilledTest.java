package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gatehouse.portal.background.AutostartEntry.Start;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.XdgDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartKilledTest {

    private static final AppId SYNC = new AppId("org.example.Sync");
    private static final long SEED = 4711;
    private static final int ROUNDS = 20;

    @TempDir private Path config;

    @Test
    void leavesNoHalfWrittenEntry() throws IOException, InterruptedException {
        var dice = new Random(SEED);
        var file = config.resolve("autostart/org.example.Sync.desktop");
        int seen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var writer = writer();
            var started = writer.inputReader().readLine();
            TimeUnit.NANOSECONDS.sleep(dice.nextInt(20_000_000));
            writer.destroyForcibly().waitFor();

            assertThat(started).isEqualTo("writing");
            if (Files.exists(file)) {
                seen++;
                assertThat(Files.readString(file)).isIn(text(1), text(100));
            }
            new AutostartFolder(directories(config)).write(entry(1));
            assertThat(config.resolve("autostart").toFile().list())
                    .as("what was unfinished is gone with the next entry")
                    .hasSize(1);
        }
        assertThat(seen).as("rounds in which there was an entry").isPositive();
    }

    private Process writer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        config.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static XdgDirectories directories(Path config) {
        return new XdgDirectories(Map.of("XDG_CONFIG_HOME", config.toString()));
    }

    private static AutostartEntry entry(int words) {
        var line = new CommandLine(Collections.nCopies(words, "word"));
        return AutostartEntry.ofFlatpak(
                SYNC, Optional.empty(), new Start(Optional.of(line), false));
    }

    private static String text(int words) {
        return entry(words).text();
    }

    /// Writes a short and a long entry in turn until it is killed.
    static final class Writer {

        private Writer() {}

        static void main(String[] arguments) throws IOException {
            var folder = new AutostartFolder(directories(Path.of(arguments[0])));
            System.out.println("writing");
            for (var words : Collections.nCopies(1_000_000, List.of(1, 100))) {
                for (int count : words) {
                    folder.write(entry(count));
                }
            }
        }
    }
}
