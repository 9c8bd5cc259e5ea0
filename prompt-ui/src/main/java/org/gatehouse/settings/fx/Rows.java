package org.gatehouse.settings.fx;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A long list of which only the rows exist that are seen.
///
/// @param <T> what a row shows
final class Rows<T> {

    /// One row on the screen, which shows one thing after another.
    interface Row<T> {
        Node node();

        void show(T item);
    }

    private final ListView<T> list = new ListView<>();
    private final Consumer<T> opened;
    private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

    /// @param opened is told of a click on a row, and of Enter
    Rows(Supplier<Row<T>> rows, Consumer<T> opened) {
        this.opened = opened;
        list.getStyleClass().add("rows");
        list.setCellFactory(_ -> new Cell(rows.get()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.focusedProperty().subscribe(this::select);
    }

    ListView<T> node() {
        return list;
    }

    /// Shows other things. The rows that are seen stay the same nodes, so that a change that comes
    /// between press and release of a button does not take the button away.
    void show(List<T> items) {
        var shown = list.getItems();
        int selected = list.getSelectionModel().getSelectedIndex();
        if (shown.size() == items.size()) {
            for (int i = 0; i < items.size(); i++) {
                if (!shown.get(i).equals(items.get(i))) {
                    shown.set(i, items.get(i));
                }
            }
        } else {
            shown.setAll(items);
        }
        if (selected >= 0 && !items.isEmpty()) {
            list.getSelectionModel().select(Math.min(selected, items.size() - 1));
        }
        cells.forEach(Cell::showAgain);
    }

    /// The selected one.
    @Nullable T selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void select(boolean focused) {
        if (focused && selected() == null) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void pressed(KeyEvent event) {
        var item = selected();
        if (event.getCode() == KeyCode.ENTER && item != null) {
            event.consume();
            opened.accept(item);
        }
    }

    private final class Cell extends ListCell<T> {

        private final Row<T> row;

        Cell(Row<T> row) {
            this.row = row;
            getStyleClass().add("row-cell");
            setPrefWidth(0); // as wide as the list, so that long names are cut and nothing scrolls
            addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
            cells.add(this);
        }

        /// What a row says may depend on more than its item.
        private void showAgain() {
            if (getItem() != null && !isEmpty()) {
                row.show(getItem());
            }
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
            } else {
                row.show(item);
                setGraphic(row.node());
            }
        }

        private void clicked(MouseEvent event) {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                opened.accept(getItem());
            }
        }
    }
}
