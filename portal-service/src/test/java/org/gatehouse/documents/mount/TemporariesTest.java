package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;

class TemporariesTest {

    @Test
    void areHidden() {
        assertThat(Temporaries.nameOnHost("letter.txt~")).startsWith(".xdp-letter.txt~-");
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(Temporaries.nameOnHost("a")).isNotEqualTo(Temporaries.nameOnHost("a"));
    }

    @Test
    void haveNamesThatFileSystemsTake() {
        var name = Temporaries.nameOnHost("\u00FF".repeat(255));

        assertThat(name).hasSizeLessThanOrEqualTo(255);
        assertThat(HostPath.isName(name)).isTrue();
    }
}
