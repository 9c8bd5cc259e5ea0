package org.gatehouse.portal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maps|Maps",
                "'  a \n\t b '|a b",
                "a\u2028b\u2029c|a b c",
                "\u202Egnp.exe|gnp.exe",
                "zero\u200Bwidth\uFEFF|zerowidth",
                "e\u0301|\u00e9",
                "\uDB40\uDC41tag|tag",
                "\u3164|''",
                "'\u0007'|''"
            })
    void leavesOnePlainLine(String given, String shown) {
        assertThat(PlainText.of(given)).isEqualTo(shown);
    }

    @Test
    void cutsWhatIsTooLong() {
        var shown = PlainText.of("x".repeat(30_000));

        assertThat(shown).hasSize(256).endsWith("…");
    }

    @Test
    void keepsEightCombiningMarksAtMost() {
        assertThat(PlainText.of("x" + "\u0323".repeat(50))).hasSize(9);
    }

    @Property(tries = 300, seed = "1")
    void neverShowsAControlNorMoreThan256(@ForAll String text) {
        var shown = PlainText.of(text);

        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(256);
        assertThat(shown.codePoints())
                .allMatch(point -> !Character.isISOControl(point))
                .noneMatch(point -> Character.getType(point) == Character.FORMAT);
    }
}
