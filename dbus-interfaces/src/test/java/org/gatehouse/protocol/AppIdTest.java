package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.gnome.Maps",
                "snap.spot-it",
                "org.7zip.App",
                "a.b",
                "_.-",
                "0.1",
                "com.example.pkg_app",
                "a.b.c.d.e"
            })
    void accepts(String id) {
        assertThat(new AppId(id)).hasToString(id);
        assertThat(AppId.parse(id)).contains(new AppId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "ubtms", ".a.b", "a..b", "a.b.", "a-b.c", "a.b/c", "a.ü", "a.b\n", "a.b ",
                "a.b\0", "../a.b", "a.b-c.d"
            })
    void refuses(String id) {
        assertThat(AppId.parse(id)).isEmpty();
        assertThatThrownBy(() -> new AppId(id))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        e -> assertThat(e.kind()).isEqualTo(PortalException.Kind.INVALID_ARGUMENT));
    }

    @Test
    void isAtMost255CharactersLong() {
        assertThat(AppId.parse("a." + "b".repeat(253))).isPresent();
        assertThat(AppId.parse("a." + "b".repeat(254))).isEmpty();
    }

    @Property(tries = 300, seed = "1")
    void neverHoldsAnythingThatLeavesAFolder(@ForAll String text) {
        AppId.parse(text)
                .ifPresent(id -> assertThat(id.value()).doesNotContain("/", "..", "\0", "\n"));
    }
}
