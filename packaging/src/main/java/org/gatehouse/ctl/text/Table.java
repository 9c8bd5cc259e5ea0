package org.gatehouse.ctl.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows in aligned columns, under a line of heads.
///
/// Every text is made plain here, so that no caller can forget it. Columns of numbers stand to the
/// right. Where the terminal is too narrow, the widest columns are cut first, down to [#LEAST].
///
/// Threads: one.
public final class Table {

    private static final int LEAST = 8;
    private static final int GAP = 2;

    private final List<String> heads;
    private final List<List<Cell>> rows = new ArrayList<>();

    public Table(String... heads) {
        this.heads = List.of(heads);
    }

    /// A text of a row.
    public record Cell(String text, Style style) {

        public Cell {
            text = PlainText.of(text).strip();
        }

        public static Cell of(String text) {
            return new Cell(text, Style.PLAIN);
        }

        /// A word that has a colour of its own, such as a verdict.
        public static Cell word(String word) {
            return new Cell(word, Style.of(word));
        }
    }

    /// Adds a row.
    ///
    /// @throws IllegalArgumentException if it has not one cell for each head
    public void add(Cell... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + heads);
        }
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The lines to print.
    ///
    /// @param width columns of the terminal; 0 for as many as are needed
    public List<String> lines(int width, boolean colours) {
        var widths = widths(width);
        var numeric = IntStream.range(0, heads.size()).mapToObj(this::isNumeric).toList();
        var lines = new ArrayList<String>();
        var head = heads.stream().map(text -> new Cell(text, Style.HEAD)).toList();
        lines.add(line(head, widths, numeric, colours));
        rows.forEach(row -> lines.add(line(row, widths, numeric, colours)));
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = IntStream.range(0, heads.size()).map(this::natural).toArray();
        int room = width - GAP * (widths.length - 1);
        while (width > 0 && IntStream.of(widths).sum() > room) {
            int widest = widest(widths);
            if (widths[widest] <= LEAST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int natural(int column) {
        int longest =
                rows.stream().mapToInt(row -> Columns.of(row.get(column).text())).max().orElse(0);
        return Math.max(Columns.of(heads.get(column)), longest);
    }

    private static int widest(int[] widths) {
        return IntStream.range(0, widths.length)
                .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                .orElseThrow();
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column).text()).allMatch(Table::isNumber);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String line(
            List<Cell> row, int[] widths, List<Boolean> numeric, boolean colours) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var text = Columns.cut(row.get(i).text(), widths[i]);
            var shown = row.get(i).style().on(text, colours);
            var padding = Columns.padding(text, widths[i]);
            boolean last = i == widths.length - 1;
            line.append(numeric.get(i) ? padding + shown : shown + (last ? "" : padding));
            line.append(last ? "" : " ".repeat(GAP));
        }
        return line.toString().stripTrailing();
    }
}
