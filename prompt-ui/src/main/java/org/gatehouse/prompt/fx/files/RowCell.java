package org.gatehouse.prompt.fx.files;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A row of the list: one line, or as many tiles as fit.
final class RowCell extends ListCell<Integer> {

    private final FilePane pane;
    private final HBox row = new HBox();
    private final List<Tile> tiles = new ArrayList<>();
    private int columns;
    private boolean grid;

    RowCell(FilePane pane) {
        this.pane = pane;
        row.getStyleClass().add("row");
        // the list must not become wider than what is seen of it
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
        super.updateItem(number, empty);
        if (empty || number == null) {
            setGraphic(null);
            tiles.forEach(Tile::clear);
            return;
        }
        arrange(pane.columns(), pane.isGrid());
        for (int i = 0; i < tiles.size(); i++) {
            pane.fill(tiles.get(i), number * columns + i);
        }
        mark();
        setGraphic(row);
    }

    /// Whether it is a row and seen as a whole.
    ///
    /// @param row its number
    /// @param list what it is seen in
    boolean isSeen(int row, Node list) {
        if (isEmpty() || getIndex() != row || !isVisible() || getParent() == null) {
            return false;
        }
        var bounds = localToScene(getLayoutBounds());
        var frame = list.localToScene(list.getLayoutBounds());
        return bounds.getMinY() >= frame.getMinY() && bounds.getMaxY() <= frame.getMaxY();
    }

    /// Shows what is picked now.
    void mark() {
        tiles.forEach(pane::mark);
    }

    private void arrange(int wanted, boolean asGrid) {
        if (columns == wanted && grid == asGrid) {
            return;
        }
        columns = wanted;
        grid = asGrid;
        tiles.clear();
        for (int i = 0; i < wanted; i++) {
            var tile = asGrid ? Tile.ofGrid(pane) : Tile.line(pane);
            HBox.setHgrow(tile.node, asGrid ? Priority.NEVER : Priority.ALWAYS);
            tiles.add(tile);
        }
        row.getChildren().setAll(tiles.stream().map(tile -> tile.node).toList());
    }
}
