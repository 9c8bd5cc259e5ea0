package org.gatehouse.settings.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gatehouse.settings.LedgerRow;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.Snapshot;

/// A row of the history: when, and what happened; a title above the first one of a day.
final class LedgerLine implements Rows.Row<LedgerLine.Item> {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    /// What a row shows.
    ///
    /// @param startsDay whether the row above is of another day
    record Item(LedgerRow row, boolean startsDay, Snapshot snapshot) {

        /// The names of the classes do not change while the window is open.
        @Override
        public boolean equals(Object other) {
            return other instanceof Item(var otherRow, var otherStarts, _)
                    && row.equals(otherRow)
                    && startsDay == otherStarts;
        }

        @Override
        public int hashCode() {
            return row.hashCode();
        }
    }

    private final Desk desk;
    private final Node node;
    private final Label day = Nodes.label("", "day-title");
    private final Label time = Nodes.label("", "time");
    private final Region dot = new Region();
    private final Label text = Nodes.label("", "row-line");
    private final Label more = Nodes.label("", "row-text");
    private final Label broken =
            Nodes.label("This record was changed after it was written", "broken");

    LedgerLine(Desk desk) {
        this.desk = desk;
        dot.getStyleClass().add("dot");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var line = new Region();
        line.getStyleClass().add("timeline");
        var rail = new StackPane(line, dot);
        rail.getStyleClass().add("rail");
        HBox row = Nodes.row("event", time, rail, Nodes.growing("row-texts", text, more, broken));
        node = Nodes.column("event-row", day, row);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Item item) {
        var row = item.row();
        Nodes.visible(day, item.startsDay());
        day.setText(Phrases.raised(desk.phrases().times().day(row.time())));
        time.setText(desk.phrases().times().hour(row.time()));
        Nodes.putSentence(
                text, Phrases.event(row, item.snapshot().permission(row.key().permission())));
        Nodes.putSentence(more, row.text());
        Nodes.visible(more, !row.text().isEmpty());
        Nodes.visible(broken, !row.intact());
        dot.pseudoClassStateChanged(GOOD, isGood(row.event()));
        dot.pseudoClassStateChanged(BAD, isBad(row.event()));
    }

    private static boolean isGood(String event) {
        return switch (event) {
            case "granted", "used", "resumed" -> true;
            default -> false;
        };
    }

    private static boolean isBad(String event) {
        return switch (event) {
            case "denied", "revoked" -> true;
            default -> false;
        };
    }
}
