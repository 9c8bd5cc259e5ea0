package org.gatehouse.settings.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import org.gatehouse.settings.LedgerRow;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Snapshot;

/// Records one below the other; older ones are read when the end is near.
final class Timeline {

    private static final double NEAR_THE_END = 0.85;

    private final Desk desk;
    private final Rows<LedgerLine.Item> rows;
    private boolean watched;

    Timeline(Desk desk) {
        this.desk = desk;
        rows = new Rows<>(() -> new LedgerLine(desk), this::open);
        rows.node().getStyleClass().add("events");
        rows.node().skinProperty().subscribe(_ -> watchScrolling());
        rows.node().layoutBoundsProperty().subscribe(_ -> watchScrolling());
    }

    ListView<LedgerLine.Item> node() {
        return rows.node();
    }

    void show(List<LedgerRow> records, Snapshot snapshot) {
        rows.show(items(desk, records, snapshot));
    }

    static List<LedgerLine.Item> items(Desk desk, List<LedgerRow> records, Snapshot snapshot) {
        var items = new ArrayList<LedgerLine.Item>();
        var before = "";
        for (var record : records) {
            var day = desk.phrases().times().date(record.time()).toString();
            items.add(new LedgerLine.Item(record, !day.equals(before), snapshot));
            before = day;
        }
        return items;
    }

    private void open(LedgerLine.Item item) {
        var key = item.row().key();
        if (!key.app().app().isEmpty()) {
            desk.session().deeper(new Page.App(key.app(), key.permission()));
        }
    }

    /// The bar exists once the list has been laid out.
    private void watchScrolling() {
        if (!watched && rows.node().lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            watched = true;
            bar.valueProperty()
                    .subscribe(value -> {
                        if (value.doubleValue() > NEAR_THE_END * bar.getMax()) {
                            desk.session().older();
                        }
                    });
        }
    }
}
