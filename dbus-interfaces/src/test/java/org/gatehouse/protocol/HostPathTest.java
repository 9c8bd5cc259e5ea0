package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/b", "/a b/.hidden", "/..a", "/é"})
    void isAbsolute(String path) {
        assertThat(HostPath.parse(path.getBytes(StandardCharsets.UTF_8))).get().hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "./a", "/a/", "//", "/a//b", "/.", "/a/..", "/a\0b", "/a/./b"})
    void isNothingElse(String path) {
        assertThat(HostPath.parse(path.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new HostPath(path));
    }

    @Test
    void isNotLongerThanTheKernelTakes() {
        assertThat(HostPath.parse(("/" + "a".repeat(4094)).getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        assertThat(HostPath.parse(("/" + "a".repeat(4095)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void keepsBytesThatAreNoText() {
        var bytes = new byte[] {'/', (byte) 0xff, (byte) 0x80};

        assertThat(HostPath.parse(bytes).orElseThrow().bytes()).isEqualTo(bytes);
    }

    @Test
    void knowsItsFolderAndItsName() {
        var path = new HostPath("/a/b");

        assertThat(path.parent()).isEqualTo(new HostPath("/a"));
        assertThat(path.name()).isEqualTo("b");
        assertThat(path.parent().parent()).isEqualTo(new HostPath("/"));
        assertThat(new HostPath("/").parent()).isEqualTo(new HostPath("/"));
        assertThat(new HostPath("/").child("a").child("b")).isEqualTo(path);
    }

    @Test
    void isWithinAFolderAndNotWithinOneOfALikeName() {
        var path = new HostPath("/home/me");

        assertThat(path.isWithin(new HostPath("/home"))).isTrue();
        assertThat(path.isWithin(path)).isTrue();
        assertThat(path.isWithin(new HostPath("/"))).isTrue();
        assertThat(path.isWithin(new HostPath("/hom"))).isFalse();
    }

    @Test
    void endsWithANulOnTheBus() {
        var path = new HostPath("/a");

        assertThat(path.wire()).isEqualTo(new byte[] {'/', 'a', 0});
        assertThat(HostPath.ofWire(path.wire())).contains(path);
        assertThat(HostPath.ofWire(new byte[] {'/', 'a'})).contains(path);
        assertThat(HostPath.ofWire(new byte[] {0})).isEmpty();
        assertThat(HostPath.nameOfWire(HostPath.wire("a b"))).contains("a b");
        assertThat(HostPath.nameOfWire(HostPath.wire(".."))).isEmpty();
    }

    @Test
    void isTheSameForJava() {
        assertThat(HostPath.of(new HostPath("/tmp/\u00e9").toPath()).latin1())
                .isEqualTo("/tmp/\u00e9");
        assertThat(HostPath.of(Path.of("/tmp/a"))).isEqualTo(new HostPath("/tmp/a"));
    }
}
