package org.gatehouse.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {

    private static final String NEUTRAL = "An app";

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(line("Käse & Brot: “ja”, שלום, 日本, 🧭"))
                .isEqualTo("Käse & Brot: “ja”, שלום, 日本, 🧭");
    }

    @Test
    void showsMarkupAsTheCharactersItConsistsOf() {
        assertThat(line("<b>System</b> &amp; %n %s")).isEqualTo("<b>System</b> &amp; %n %s");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E,
                        0x200F,
                0x061C, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x0000, 0x0007, 0x001B,
                        0x007F,
                0x009B, 0xE0001, 0xE0041, 0xE007F, 0xFE0F, 0xE0100, 0x034F, 0x115F, 0x3164, 0xFFA0,
                        0x2800,
                0xFFFC, 0xE000, 0xD800, 0xFFFF, 0x180E
            })
    void removesWhatCannotBeSeen(int hidden) {
        assertThat(line("All" + Character.toString(hidden) + "ow")).isEqualTo("Allow");
    }

    @ParameterizedTest
    @ValueSource(ints = {'\n', '\r', '\t', 0x0B, 0x0C, 0x85, 0x2028, 0x2029, 0xA0, 0x2003, 0x3000})
    void makesOneSpaceOfEveryKindOfSpace(int space) {
        assertThat(line("a" + Character.toString(space).repeat(50) + "b")).isEqualTo("a b");
    }

    @Test
    void composes() {
        assertThat(line("e\u0301")).isEqualTo("\u00e9");
    }

    @Test
    void keepsEightMarksOnALetter() {
        assertThat(line("q" + "\u0323".repeat(100) + "x"))
                .isEqualTo("q" + "\u0323".repeat(8) + "x");
    }

    @Test
    void dropsMarksThatHaveNoLetter() {
        assertThat(line("\u0301\u0302 a \u0303b")).isEqualTo("a b");
    }

    @Test
    void cutsAtTwoHundredAndFiftySixCodePoints() {
        var cut = line("🧭".repeat(30 * 1024));

        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(256);
        assertThat(cut).endsWith("🧭…");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"''", "' '", "'\u200b\u202e'", "'\u0301'", "'\n\n'"})
    void saysSomethingNeutralWhereNothingIsLeft(String nothing) {
        assertThat(line(nothing)).isEqualTo(NEUTRAL);
    }

    @Test
    void doesNotTakeLongForHostileMarks() {
        var marks = "a" + "\u0323\u0301".repeat(1 << 20);

        assertThat(line(marks).length()).isLessThan(20);
    }

    @Property(seed = "1")
    void isStableHarmlessAndShort(@ForAll @StringLength(max = 600) String text) {
        var clean = line(text);

        assertThat(Sanitiser.line(clean, NEUTRAL)).isEqualTo(clean);
        assertThat(clean.codePointCount(0, clean.length())).isBetween(1, 256);
        assertThat(clean.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.LINE_SEPARATOR);
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(clean).isEqualTo(clean.strip()).doesNotContain("  ");
    }

    private static String line(String text) {
        return Sanitiser.line(text, NEUTRAL);
    }
}
