package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.files.Entries.file;
import static org.gatehouse.prompt.files.Entries.folder;

import java.util.List;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPathTest {

    private static final HostPath HOME = new HostPath("/home/ada");
    private static final HostPath HERE = new HostPath("/srv/maps");

    @ParameterizedTest
    @CsvSource({
        "/, /, ''",
        "/etc/pas, /etc, pas",
        "~, /home/ada, ''",
        "~/Doc, /home/ada, Doc",
        "~/a/../b/, /home/ada/b, ''",
        "old/a, /srv/maps/old, a",
        "./a, /srv/maps, a",
        "../x, /srv, x",
        "a, /srv/maps, a",
        "//a//b, /a, b",
        "/../../x, /, x"
    })
    void isUnderstood(String text, String folder, String rest) {
        assertThat(TypedPath.of(text, HOME, HERE))
                .contains(new TypedPath(new HostPath(folder), rest));
    }

    @ParameterizedTest
    @CsvSource({"/etc/passwd, /etc/passwd", "~, /home/ada", "/a/.., /", "/a/., /a"})
    void namesAPath(String text, String whole) {
        assertThat(TypedPath.of(text, HOME, HERE).flatMap(TypedPath::whole))
                .contains(new HostPath(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\0b/c", "/a\0"})
    void isNoPathWithWhatNoNameHolds(String text) {
        assertThat(TypedPath.of(text, HOME, HERE).flatMap(TypedPath::whole)).isEmpty();
    }

    @Test
    void isNoPathIfItIsTooLong() {
        assertThat(TypedPath.of("/" + "a/".repeat(3000), HOME, HERE)).isEmpty();
    }

    @Test
    void isCompletedByWhatBeginsWithIt() {
        var all = List.of(folder("Music"), file("map"), file("Map 2"), file(".mask"));

        assertThat(completions("M", all)).containsExactly("Music", "Map 2");
        assertThat(completions("m", all)).containsExactly("map");
        assertThat(completions("MA", all)).containsExactly("map", "Map 2");
        assertThat(completions(".m", all)).containsExactly(".mask");
        assertThat(completions("x", all)).isEmpty();
    }

    @Test
    void growsByWhatAllHaveInCommon() {
        var typed = new TypedPath(HERE, "ch");

        assertThat(typed.common(List.of(file("chapter 1"), file("chapter 12"))))
                .isEqualTo("chapter 1");
        assertThat(typed.common(List.of(file("cheese"), file("chapter")))).isEqualTo("ch");
        assertThat(typed.common(List.of())).isEqualTo("ch");
    }

    private static List<String> completions(String rest, List<Entry> all) {
        return new TypedPath(HERE, rest).completions(all).stream().map(Entry::label).toList();
    }
}
