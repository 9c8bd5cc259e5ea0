package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatehouse.protocol.PortalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"location", "desktop-used-apps", "a", "TEST", "...", ".x", "ä b", "a..b"})
    void accepts(String name) {
        assertThat(new TableName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../evil",
                "a/b",
                "/",
                "a\u0000b",
                "a\nb",
                "\u007f",
                "\u0085"
            })
    void refuses(String name) {
        assertThatThrownBy(() -> new TableName(name)).isInstanceOf(PortalException.class);
    }

    @Test
    void isAsLongAsAFileNameMayBe() {
        assertThat(new TableName("é".repeat(127)).value()).hasSize(127);
        assertThatThrownBy(() -> new TableName("é".repeat(128)))
                .isInstanceOf(PortalException.class);
    }
}
