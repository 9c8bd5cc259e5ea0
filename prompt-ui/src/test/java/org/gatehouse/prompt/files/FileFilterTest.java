package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.prompt.files.FileFilter.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFilterTest {

    private static final FileTypes TYPES =
            GlobTypes.of(
                    List.of(
                            "# a comment",
                            "50:image/png:*.png",
                            "50:image/svg+xml:*.svg",
                            "50:text/x-python:*.py",
                            "50:application/gzip:*.gz",
                            "50:application/x-compressed-tar:*.tar.gz",
                            "10:text/x-readme:readme*",
                            "50:text/x-makefile:makefile",
                            "50:text/x-c++src:*.C:cs",
                            "50:text/x-csrc:*.c:cs",
                            "nonsense"),
                    List.of(
                            "image/svg+xml application/xml",
                            "application/x-shellscript text/plain"),
                    List.of("image/x-png image/png"));

    @Nested
    class AGlob {

        @ParameterizedTest
        @CsvSource({
            "*.png, a.png, true",
            "*.png, a.PNG, false",
            "*.[pP][nN][gG], a.PnG, true",
            "*, anything, true",
            "a?c, abc, true",
            "a?c, ac, false",
            "[!a]*, b, true",
            "[!a]*, abc, false",
            "[a-c]x, bx, true",
            "\\*x, *x, true",
            "\\*x, ax, false",
            "[, [, true",
            "a*b*c, aXbXc, true",
            "a*b*c, aXbX, false"
        })
        void matchesLetterForLetter(String pattern, String name, boolean matches) {
            assertThat(glob(pattern).accepts(name, TYPES)).isEqualTo(matches);
        }

        @Test
        void takesNoLongTimeWhateverItIs() {
            var hostile = "*a".repeat(200) + "b";

            assertThat(glob(hostile).accepts("a".repeat(255), TYPES)).isFalse();
        }
    }

    @Nested
    class AType {

        @ParameterizedTest
        @CsvSource({
            "image/png, a.png, true",
            "image/png, A.PNG, true",
            "image/x-png, a.png, true",
            "image/*, a.svg, true",
            "image/*, a.py, false",
            "text/plain, a.py, true",
            "text/plain, README.first, true",
            "text/plain, Makefile, true",
            "application/xml, a.svg, true",
            "application/x-compressed-tar, a.tar.gz, true",
            "application/gzip, a.tar.gz, false",
            "application/octet-stream, whatever, true",
            "image/png, whatever, false",
            "text/x-c++src, a.C, true",
            "text/x-csrc, a.c, true"
        })
        void matchesItsKinds(String type, String name, boolean matches) {
            var filter = new FileFilter("Some", List.of(new Rule.Mime(type)));

            assertThat(filter.accepts(name, TYPES)).isEqualTo(matches);
        }
    }

    @Test
    void needsOnlyOneRuleToMatch() {
        var filter =
                new FileFilter("Some", List.of(new Rule.Glob("*.x"), new Rule.Mime("image/*")));

        assertThat(filter.accepts("a.x", TYPES)).isTrue();
        assertThat(filter.accepts("a.png", TYPES)).isTrue();
        assertThat(filter.accepts("a.py", TYPES)).isFalse();
    }

    private static FileFilter glob(String pattern) {
        return new FileFilter("Some", List.of(new Rule.Glob(pattern)));
    }
}
