package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;

class ChooserMemoryTest {

    @Test
    void isReadAsItWasWritten() {
        var memory =
                new ChooserMemory(
                        Optional.of(new HostPath("/home/ada/\u00fc b")),
                        true,
                        new Order(Order.Column.MODIFIED, false),
                        900,
                        600);

        assertThat(ChooserMemory.of(memory.lines())).isEqualTo(memory);
    }

    @Test
    void isNothingWhereItCannotBeUnderstood() {
        var lines = List.of("folder=/no/uri", "order=colour", "width=NaN", "height=1e99", "junk");

        assertThat(ChooserMemory.of(lines)).isEqualTo(ChooserMemory.none());
    }
}
