package org.gatehouse.portal.filechooser;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUriTest {

    @ParameterizedTest
    @CsvSource({
        "file:///tmp/a, /tmp/a",
        "file://localhost/tmp/a, /tmp/a",
        "FILE:///tmp/a, /tmp/a",
        "file:///tmp/a%20b, /tmp/a b",
        "file:///tmp/%c3%a9, /tmp/é",
        "file:///tmp/folder/, /tmp/folder",
        "file:///tmp/a%25b, /tmp/a%b",
        "file:///, /"
    })
    void namesAPath(String uri, String path) {
        assertThat(FileUri.path(uri)).get().hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file://",
                "file:/tmp/a",
                "http:///tmp/a",
                "file://elsewhere/tmp/a",
                "file:///tmp/../etc/passwd",
                "file:///tmp/%2e%2e/etc",
                "file:///tmp//a",
                "file:///tmp/%00",
                "file:///tmp/%4",
                "file:///tmp/%zz",
                "tmp/a"
            })
    void isRefusedWhereItNamesNone(String uri) {
        assertThat(FileUri.path(uri)).isEmpty();
    }

    @Property
    void isReadBackToTheByte(@ForAll("paths") HostPath path) {
        assertThat(FileUri.path(FileUri.of(path))).contains(path);
    }

    @Provide
    Arbitrary<HostPath> paths() {
        var names =
                Arbitraries.strings()
                        .withCharRange((char) 1, (char) 255)
                        .excludeChars('/')
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .filter(HostPath::isName);
        return names.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> new HostPath("/" + String.join("/", list)));
    }
}
