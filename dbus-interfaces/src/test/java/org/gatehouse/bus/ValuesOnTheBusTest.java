package org.gatehouse.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.example.Probe;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class ValuesOnTheBusTest extends ServedProbe {

    @Test
    void structsAndMapsComeAsRecordsAndMaps() {
        var names = Map.of("a", List.of("x", "y"), "b", List.<String>of());
        var answer = probe().Split(List.of(new Probe.Point(3, 0.5), new Probe.Point(4, 1)), names);

        assertThat(answer.count()).isEqualTo(new UInt32(7));
        assertThat(answer.names()).isEqualTo(names);
    }

    @Test
    void anOPathDescriptorArrivesAndNoneIsLeft() throws IOException {
        var file = Files.createFile(bus.folder().resolve("file"));
        probe().Describe(OpenFile.asPath(file.toString()));
        long before = descriptors();

        for (int i = 0; i < 50; i++) {
            assertThat(probe().Describe(OpenFile.asPath(file.toString())))
                    .isEqualTo(file.toString());
        }

        Await.until("descriptors are closed", () -> descriptors() <= before);
    }

    @Test
    void aDescriptorSentBackCanBeRead() throws IOException {
        var file = Files.writeString(bus.folder().resolve("hello"), "hello");

        try (var answer = probe().Open(file.toString())) {
            assertThat(Files.readString(Path.of("/proc/self/fd/" + answer.number())))
                    .isEqualTo("hello");
        }
    }
}
