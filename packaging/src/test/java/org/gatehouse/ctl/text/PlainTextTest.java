package org.gatehouse.ctl.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(PlainText.of("Karten – Straße, 地図, \uD83D\uDDFA"))
                .isEqualTo("Karten – Straße, 地図, \uD83D\uDDFA");
    }

    @Test
    void takesTheBeginningFromAnEscapeSequence() {
        assertThat(PlainText.of("\u001b[31mred\u009b2J")).isEqualTo("\uFFFD[31mred\uFFFD2J");
    }

    @Test
    void keepsAForeignLineOnItsLine() {
        assertThat(PlainText.of("Maps\nallow\r\u2028all\u0085!")).isEqualTo("Maps allow  all !");
    }

    @Test
    void showsWhereDirectionsWereHidden() {
        assertThat(PlainText.of("a\u202Eb\u2066c\u200Fd\u200Be"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }

    @Test
    void limitsTheMarksOnALetter() {
        assertThat(PlainText.of("a" + "\u0301".repeat(50) + "b")).hasSize(10).endsWith("b");
    }

    /// The terminal's own commands begin with a control character.
    @Property
    void neverLetsAControlThrough(@ForAll String any) {
        assertThat(PlainText.of(any).codePoints())
                .noneMatch(c -> Character.getType(c) == Character.CONTROL)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT);
    }
}
