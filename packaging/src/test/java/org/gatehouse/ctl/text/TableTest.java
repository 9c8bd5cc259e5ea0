package org.gatehouse.ctl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gatehouse.ctl.text.Table.Cell;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final int AS_WIDE_AS_NEEDED = 0;

    private final Table table = new Table("APP", "USES", "NAME");

    @Test
    void alignsItsColumns() {
        table.add(Cell.of("org.a.B"), Cell.of("7"), Cell.of("B"));
        table.add(Cell.of("org.example.Maps"), Cell.of("12"), Cell.of("Maps"));

        assertThat(table.lines(AS_WIDE_AS_NEEDED, false))
                .containsExactly(
                        "APP               USES  NAME",
                        "org.a.B              7  B",
                        "org.example.Maps    12  Maps");
    }

    @Test
    void countsWideCharactersTwice() {
        table.add(Cell.of("地図"), Cell.of("1"), Cell.of("x"));
        table.add(Cell.of("abcd"), Cell.of("2"), Cell.of("y"));

        assertThat(table.lines(AS_WIDE_AS_NEEDED, false)).contains("地図     1  x", "abcd     2  y");
    }

    @Test
    void cutsTheWidestColumnWhereTheTerminalIsNarrow() {
        table.add(Cell.of("org.example.AVeryLongName"), Cell.of("1"), Cell.of("Long"));

        assertThat(table.lines(24, false)).allMatch(line -> line.length() <= 24);
        assertThat(table.lines(24, false)).last().asString().startsWith("org.example…");
    }

    @Test
    void coloursOnlyWhereThereAreColours() {
        table.add(Cell.of("a"), Cell.of("1"), Cell.word("allow"));

        assertThat(table.lines(AS_WIDE_AS_NEEDED, false))
                .noneMatch(line -> line.contains("\u001b"));
        assertThat(table.lines(AS_WIDE_AS_NEEDED, true))
                .last()
                .asString()
                .contains("\u001b[32mallow\u001b[0m");
    }

    @Test
    void makesForeignTextPlain() {
        table.add(Cell.of("a\u001b[2J\nb"), Cell.of("1"), Cell.of("c"));

        assertThat(table.lines(AS_WIDE_AS_NEEDED, true))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("a\uFFFD[2J b");
    }

    @Test
    void wantsACellForEachHead() {
        assertThatThrownBy(() -> table.add(Cell.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
