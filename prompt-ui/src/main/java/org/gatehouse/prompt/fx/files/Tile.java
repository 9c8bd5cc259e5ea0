package org.gatehouse.prompt.fx.files;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.Entry;

/// One file or folder on the screen, as a line or as a tile of a grid. Used again and again for
/// whatever is scrolled to its place.
final class Tile {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");

    private static final double NAME_WIDTH = 118;

    final Pane node;
    private final StackPane picture = new StackPane();
    private final Label name = new Label();
    private final Label size = new Label();
    private final Label modified = new Label();
    private final boolean grid;
    private int position = -1;

    private Tile(boolean grid) {
        this.grid = grid;
        name.setMnemonicParsing(false);
        name.setTextOverrun(grid ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("file-name");
        picture.getStyleClass().add("picture");
        node = grid ? new VBox(picture, name) : line();
        node.getStyleClass().add(grid ? "tile" : "line");
        node.setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    static Tile line(FilePane pane) {
        return listening(new Tile(false), pane);
    }

    static Tile ofGrid(FilePane pane) {
        return listening(new Tile(true), pane);
    }

    private static Tile listening(Tile tile, FilePane pane) {
        tile.node.setOnMousePressed(event -> pane.clicks().pressed(tile.position, event));
        tile.node.setOnMouseReleased(event -> pane.clicks().released(tile.position, event));
        tile.node.setOnMouseClicked(event -> event.consume());
        return tile;
    }

    private Pane line() {
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        size.getStyleClass().add("file-size");
        modified.getStyleClass().add("file-time");
        return new HBox(picture, name, size, modified);
    }

    int position() {
        return position;
    }

    /// Shows an entry, or nothing where the last row has no more.
    void show(int newPosition, Entry entry, FilePane pane) {
        position = newPosition;
        node.setVisible(true);
        if (grid) {
            Words.put(name, entry.label(), NAME_WIDTH);
        } else {
            Words.mark(name, entry.label());
            name.setText(entry.label());
        }
        picture.getChildren().setAll(pane.picture(entry, grid));
        if (!grid) {
            size.setText(entry.kind() == Entry.Kind.FILE ? Measures.size(entry.size()) : "");
            modified.setText(entry.modified() == 0 ? "" : Measures.time(entry.modified()));
        }
        node.pseudoClassStateChanged(DIM, !pane.isUsable(entry));
        node.setAccessibleText(entry.label() + (entry.isFolder() ? ", folder" : ""));
    }

    void clear() {
        position = -1;
        node.setVisible(false);
    }

    void mark(boolean picked, boolean cursor) {
        node.pseudoClassStateChanged(PICKED, picked);
        node.pseudoClassStateChanged(CURSOR, cursor);
    }
}
