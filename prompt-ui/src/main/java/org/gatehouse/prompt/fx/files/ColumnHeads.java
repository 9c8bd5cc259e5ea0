package org.gatehouse.prompt.fx.files;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gatehouse.prompt.files.Order.Column;

/// The heads of the columns, which sort.
final class ColumnHeads {

    final HBox node = new HBox();
    private final Chooser chooser;
    private final Map<Column, Button> buttons = new EnumMap<>(Column.class);

    ColumnHeads(Chooser chooser) {
        this.chooser = chooser;
        node.getStyleClass().add("heads");
        add(Column.NAME, "head-name");
        add(Column.SIZE, "head-size");
        add(Column.MODIFIED, "head-time");
        HBox.setHgrow(buttons.get(Column.NAME), Priority.ALWAYS);
        show();
    }

    private void add(Column column, String styleClass) {
        var button = new Button();
        button.getStyleClass().setAll("head", styleClass);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> chooser.sort(column));
        buttons.put(column, button);
        node.getChildren().add(button);
    }

    /// Shows by what is sorted.
    void show() {
        var order = chooser.view().order();
        buttons.forEach((column, button) -> {
            var arrow = order.ascending() ? "  ▴" : "  ▾";
            button.setText(
                    word(column) + (chooser.isSorted() && order.column() == column ? arrow : ""));
            button.setAccessibleText("Sort by " + word(column));
        });
    }

    private static String word(Column column) {
        return switch (column) {
            case NAME -> "Name";
            case SIZE -> "Size";
            case MODIFIED -> "Modified";
        };
    }
}
