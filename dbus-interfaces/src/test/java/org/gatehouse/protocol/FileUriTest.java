package org.gatehouse.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUriTest {

    @ParameterizedTest
    @CsvSource({
        "/home/ada/notes.txt, file:///home/ada/notes.txt",
        "/a b, file:///a%20b",
        "/ü, file:///%C3%BC",
        "'/!$&''()*+,-./:=@_~', 'file:///!$&''()*+,-./:=@_~'",
        "/50%;#?[], file:///50%25%3B%23%3F%5B%5D",
        "/, file:///"
    })
    void escapesAsGLibDoes(String path, String uri) {
        assertThat(FileUri.of(path(path))).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "file://localhost/tmp/a, /tmp/a",
        "FILE:///tmp/a, /tmp/a",
        "file:///tmp/%c3%a9, /tmp/é",
        "file:///tmp/folder/, /tmp/folder"
    })
    void readsWhatOthersWrite(String uri, String path) {
        assertThat(FileUri.parse(uri)).get().hasToString(path);
    }

    @Test
    void keepsBytesThatAreNoText() {
        var path = new HostPath("/\u00ff\u00fe");

        assertThat(FileUri.of(path)).isEqualTo("file:///%FF%FE");
        assertThat(FileUri.parse("file:///%FF%FE")).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/home",
                "file://",
                "file:/tmp/a",
                "file://localhostile/a",
                "file:///tmp/%2e%2e/etc",
                "http://example.org/a",
                "file://host/a",
                "file:///a?b",
                "file:///a#b",
                "file:///a%",
                "file:///a%2",
                "file:///a%zz",
                "file:///a%00",
                "file:///a/../b",
                "file:///a//b"
            })
    void readsNothingElse(String uri) {
        assertThat(FileUri.parse(uri)).isEmpty();
    }

    @Property
    void readsWhatItWrites(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
        var name =
                new String(bytes, StandardCharsets.ISO_8859_1).replace('/', '_').replace('\0', '_');
        var path = new HostPath("/x" + name);

        assertThat(FileUri.parse(FileUri.of(path))).contains(path);
    }

    private static HostPath path(String text) {
        return HostPath.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
