package org.gatehouse.prompt.files.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gatehouse.prompt.files.ChooserMemory;
import org.gatehouse.prompt.files.Order;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryFilesTest {

    private static final ChooserMemory MEMORY =
            new ChooserMemory(
                    Optional.of(new HostPath("/home/ada")), true, Order.BY_NAME, 800, 500);

    @TempDir private Path state;

    @Test
    void keepWhatIsWrittenForEachApp() throws IOException {
        var files = new MemoryFiles(state);

        files.write("org.gnome.Maps", MEMORY);

        assertThat(files.read("org.gnome.Maps")).isEqualTo(MEMORY);
        assertThat(files.read("org.gnome.Weather")).isEqualTo(ChooserMemory.none());
        try (var left = Files.list(state.resolve("gatehouse/file-chooser"))) {
            assertThat(left)
                    .containsExactly(state.resolve("gatehouse/file-chooser/org.gnome.Maps"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../../x", "/etc/passwd", "a/b", ".hidden"})
    void keepNothingForWhatIsNoId(String id) {
        var files = new MemoryFiles(state);

        files.write(id, MEMORY);

        assertThat(state.resolve("gatehouse")).doesNotExist();
        assertThat(files.read(id)).isEqualTo(ChooserMemory.none());
    }
}
