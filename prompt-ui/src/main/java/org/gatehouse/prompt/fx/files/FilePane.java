package org.gatehouse.prompt.fx.files;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.fx.ArmingGate;

/// The entries of a folder, as lines with columns or as a grid of tiles. [FileClicks] and
/// [FileKeys] work it.
final class FilePane {

    private static final double LINE = 34;
    private static final double TILE_WIDTH = 132;
    private static final double TILE_HEIGHT = 138;
    private static final double EDGES = 26;

    final VBox node = new VBox();
    private final ListView<Integer> list = new ListView<>();
    private final ColumnHeads heads;
    private final List<RowCell> cells = new ArrayList<>();
    private final Chooser chooser;
    private final FilePictures pictures;
    private final Actions actions;
    private final FileClicks clicks;
    private boolean grid;
    private int columns = 1;
    private boolean outdated;

    /// What the person does with an entry.
    interface Actions {

        /// Opened by a double click or Enter.
        ///
        /// @param counts whether it may be taken for the answer
        void open(Entry entry, boolean counts);

        /// Enter on several.
        void accept(boolean counts);

        void picksChanged();

        /// Pressed with the pointer, or moved to.
        void clicked(Entry entry);

        /// Typed `/` or `~`.
        void typePath(String begun);
    }

    FilePane(Chooser chooser, ArmingGate gate, FilePictures pictures, Actions actions) {
        this.chooser = chooser;
        this.pictures = pictures;
        this.actions = actions;
        clicks = new FileClicks(this, chooser.picks(), gate, actions);
        heads = new ColumnHeads(chooser);
        list.setCellFactory(_ -> cell());
        list.setFocusTraversable(false);
        list.getStyleClass().add("files");
        list.addEventHandler(MouseEvent.MOUSE_PRESSED, clicks::pressedNowhere);
        list.widthProperty().subscribe(_ -> fold());
        VBox.setVgrow(list, Priority.ALWAYS);
        node.getChildren().addAll(heads.node, list);
        node.getStyleClass().add("file-pane");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.LIST_VIEW);
        node.setAccessibleText("Files");
        new FileKeys(this, chooser, actions).attach(node);
        setGrid(false);
    }

    private RowCell cell() {
        var cell = new RowCell(this);
        cells.add(cell);
        return cell;
    }

    FileClicks clicks() {
        return clicks;
    }

    boolean isGrid() {
        return grid;
    }

    void setGrid(boolean asGrid) {
        grid = asGrid;
        heads.node.setVisible(!grid);
        heads.node.setManaged(!grid);
        list.setFixedCellSize(grid ? TILE_HEIGHT : LINE);
        columns = columnsThatFit();
        showRows();
    }

    int columns() {
        return columns;
    }

    /// How far a page is, in entries.
    int page() {
        return Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()) - 1) * columns;
    }

    /// What is shown is on its way out: it cannot be worked with any more.
    void expectOthers() {
        outdated = true;
        showPicks();
    }

    boolean isOutdated() {
        return outdated;
    }

    /// Shows the entries that there are now.
    void show() {
        outdated = false;
        clicks.forget();
        heads.show();
        showRows();
        if (chooser.picks().cursor() < 0) {
            list.scrollTo(0);
        } else {
            reveal();
        }
    }

    /// Shows what is picked.
    void showPicks() {
        cells.forEach(RowCell::mark);
    }

    /// The person has moved or picked.
    void changed() {
        reveal();
        showPicks();
        if (hasCursor()) {
            actions.clicked(chooser.picks().entries().get(chooser.picks().cursor()));
        }
        actions.picksChanged();
    }

    private void showRows() {
        int rows = Math.ceilDiv(chooser.picks().entries().size(), columns);
        list.setItems(FXCollections.observableList(new RowNumbers(rows)));
    }

    private void fold() {
        int fitting = columnsThatFit();
        if (fitting != columns) {
            columns = fitting;
            showRows();
            reveal();
        }
    }

    private int columnsThatFit() {
        return grid ? Math.max(1, (int) ((list.getWidth() - EDGES) / TILE_WIDTH)) : 1;
    }

    void fill(Tile tile, int position) {
        var entries = chooser.picks().entries();
        if (position < entries.size()) {
            tile.show(position, entries.get(position), this);
        } else {
            tile.clear();
        }
    }

    void mark(Tile tile) {
        int position = tile.position();
        if (position >= 0) {
            var picks = chooser.picks();
            tile.mark(picks.isPicked(position), picks.cursor() == position);
        }
    }

    Node picture(Entry entry, boolean large) {
        return large ? pictures.large(entry) : pictures.small(entry);
    }

    /// Whether it can be picked or looked into.
    boolean isUsable(Entry entry) {
        return entry.isFolder() || chooser.view().isPickable(entry);
    }

    /// Whether Enter has something to open.
    boolean hasCursor() {
        int cursor = chooser.picks().cursor();
        return !outdated && cursor >= 0 && chooser.picks().isPicked(cursor);
    }

    /// Enter on what is picked.
    void enter(boolean counts) {
        if (chooser.picks().picked().size() > 1) {
            actions.accept(counts);
        } else if (hasCursor()) {
            actions.open(chooser.picks().entries().get(chooser.picks().cursor()), counts);
        }
    }

    private void reveal() {
        int cursor = chooser.picks().cursor();
        if (cursor >= 0 && cells.stream().noneMatch(cell -> cell.isSeen(cursor / columns, list))) {
            list.scrollTo(Math.max(0, cursor / columns - 1));
        }
    }
}
