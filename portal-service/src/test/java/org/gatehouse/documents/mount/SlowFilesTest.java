package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class SlowFilesTest {

    private static final int READERS = 8;
    private static final long LIMIT_SECONDS = 5;

    @TempDir Path folder;

    /// The slow file is one of another mount, whose process has been stopped.
    @Test
    void holdUpNobodyElse() throws Exception {
        var source = Files.createDirectory(folder.resolve("source"));
        var file = Files.writeString(source.resolve("slow.txt"), "slow");
        var slowPoint = folder.resolve("slow");
        var readers = new ArrayList<Process>();
        try (var serving = ServingProcess.start(slowPoint, file);
                var mounted = new Mounted(folder)) {
            var slow = mounted.addFile("slow", slowPoint.resolve(ServedDocument.ID + "/slow.txt"));
            var quick =
                    mounted.addFile(
                            "quick", Files.writeString(mounted.host().resolve("a"), "quick"));
            assertThat(mounted.point().resolve(slow)).hasContent("slow");
            serving.signal("STOP");
            for (int i = 0; i < READERS; i++) {
                var path = mounted.point().resolve(slow).toString();
                readers.add(new ProcessBuilder("cat", path).start());
            }

            for (int i = 0; i < 50; i++) {
                var read =
                        CompletableFuture.supplyAsync(() -> {
                            assertThat(mounted.point().resolve(quick)).hasContent("quick");
                            return true;
                        });
                assertThat(read.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            }

            assertThat(readers).allMatch(Process::isAlive);
            serving.signal("CONT");
            for (var reader : readers) {
                assertThat(reader.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(reader.exitValue()).isZero();
            }
        }
    }
}
