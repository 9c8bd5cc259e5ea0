package org.gatehouse.prompt.fx.files;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.fx.ArmingGate;

/// The entries of a folder, as lines with columns or as a grid of tiles, worked with the pointer
/// and the keys.
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
    private final ArmingGate gate;
    private final FilePictures pictures;
    private final Actions actions;
    private final TypeAhead typeAhead;
    private boolean grid;
    private int columns = 1;
    private boolean firstClickCounted;
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
        this.gate = gate;
        this.pictures = pictures;
        this.actions = actions;
        typeAhead = new TypeAhead(chooser.picks());
        heads = new ColumnHeads(chooser);
        list.setCellFactory(_ -> cell());
        list.setFocusTraversable(false);
        list.getStyleClass().add("files");
        list.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedNowhere);
        list.widthProperty().subscribe(_ -> fold());
        VBox.setVgrow(list, Priority.ALWAYS);
        node.getChildren().addAll(heads.node, list);
        node.getStyleClass().add("file-pane");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.LIST_VIEW);
        node.setAccessibleText("Files");
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        node.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        setGrid(false);
    }

    private RowCell cell() {
        var cell = new RowCell(this);
        cells.add(cell);
        return cell;
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

    /// What is shown is on its way out: it cannot be worked with any more.
    void expectOthers() {
        outdated = true;
        showPicks();
    }

    /// Shows the entries that there are now.
    void show() {
        outdated = false;
        firstClickCounted = false;
        heads.show();
        showRows();
        if (chooser.picks().cursor() < 0) {
            list.scrollTo(0);
        } else {
            reveal();
        }
    }

    /// Shows what is picked, and brings the cursor into sight.
    void showPicks() {
        cells.forEach(RowCell::mark);
    }

    private void showRows() {
        int rows = Math.ceilDiv(chooser.picks().entries().size(), columns);
        list.setItems(FXCollections.observableList(new Numbers(rows)));
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

    void pressed(int position, MouseEvent event) {
        event.consume();
        node.requestFocus();
        if (outdated || position < 0 || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        gate.pressed(MouseButton.PRIMARY);
        var picks = chooser.picks();
        if (event.isShiftDown()) {
            picks.extendTo(position);
        } else if (event.isShortcutDown()) {
            picks.toggle(position);
        } else if (event.getClickCount() == 1) {
            picks.only(position);
        }
        changed();
    }

    /// Only the second of two clicks opens, and it only answers if the first one counted as well
    /// and both were meant for what is shown now.
    void released(int position, MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean counts = gate.released(MouseButton.PRIMARY);
        boolean both = counts && firstClickCounted;
        firstClickCounted = counts && event.getClickCount() == 1;
        boolean opens = !outdated && event.getClickCount() == 2 && event.isStillSincePress();
        if (opens && position >= 0 && position < chooser.picks().entries().size()) {
            actions.open(chooser.picks().entries().get(position), both);
        }
    }

    private void pressedNowhere(MouseEvent event) {
        if (event.getTarget() instanceof Node target && isBackground(target)) {
            node.requestFocus();
            chooser.picks().clear();
            changed();
        }
    }

    private static boolean isBackground(Node target) {
        for (Node each = target; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("scroll-bar")) {
                return false;
            }
        }
        return true;
    }

    /// Whether Enter has something to open.
    boolean hasCursor() {
        int cursor = chooser.picks().cursor();
        return !outdated && cursor >= 0 && chooser.picks().isPicked(cursor);
    }

    /// Enter on what the cursor is on.
    void enter(boolean counts) {
        if (chooser.picks().picked().size() > 1) {
            actions.accept(counts);
        } else if (hasCursor()) {
            actions.open(chooser.picks().entries().get(chooser.picks().cursor()), counts);
        }
    }

    private void key(KeyEvent event) {
        boolean extend = event.isShiftDown();
        if (outdated || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        int step =
                switch (event.getCode()) {
                    case UP, KP_UP -> -columns;
                    case DOWN, KP_DOWN -> columns;
                    case LEFT, KP_LEFT -> grid ? -1 : 0;
                    case RIGHT, KP_RIGHT -> grid ? 1 : 0;
                    case PAGE_UP -> -page();
                    case PAGE_DOWN -> page();
                    case HOME -> -chooser.picks().entries().size();
                    case END -> chooser.picks().entries().size();
                    default -> 0;
                };
        if (step != 0) {
            event.consume();
            chooser.picks().move(step, extend);
            changed();
        } else {
            other(event);
        }
    }

    private void other(KeyEvent event) {
        switch (event.getCode()) {
            case A -> {
                if (event.isShortcutDown()) {
                    event.consume();
                    chooser.picks().all(chooser.view()::isPickable);
                    changed();
                }
            }
            case SPACE -> {
                if (!typeAhead.isActive() && chooser.picks().cursor() >= 0) {
                    event.consume();
                    chooser.picks().toggle(chooser.picks().cursor());
                    changed();
                }
            }
            case BACK_SPACE -> {
                event.consume();
                chooser.up();
            }
            default -> {}
        }
    }

    private int page() {
        return Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()) - 1) * columns;
    }

    private void typed(KeyEvent event) {
        var typed = event.getCharacter();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !typed.isEmpty();
        if (!plain || Character.isISOControl(typed.charAt(0))) {
            return;
        }
        event.consume();
        if (!typeAhead.isActive() && (typed.equals("/") || typed.equals("~"))) {
            actions.typePath(typed);
        } else if (typeAhead.type(typed)) {
            changed();
        }
    }

    private void changed() {
        reveal();
        showPicks();
        int cursor = chooser.picks().cursor();
        if (cursor >= 0 && chooser.picks().isPicked(cursor)) {
            actions.clicked(chooser.picks().entries().get(cursor));
        }
        actions.picksChanged();
    }

    private void reveal() {
        int cursor = chooser.picks().cursor();
        if (cursor >= 0) {
            int row = cursor / columns;
            if (!isSeen(row)) {
                list.scrollTo(Math.max(0, row - 1));
            }
        }
    }

    private boolean isSeen(int row) {
        return cells.stream()
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == row)
                .anyMatch(cell ->
                        cell.getLayoutY() >= 0
                                && cell.isVisible()
                                && cell.getParent() != null
                                && cell.localToScene(0, 0).getY() >= list.localToScene(0, 0).getY()
                                && cell.localToScene(0, cell.getHeight()).getY()
                                        <= list.localToScene(0, list.getHeight()).getY());
    }

    /// The numbers from 0 on, none of which is ever stored.
    private static final class Numbers extends AbstractList<Integer> {

        private final int size;

        private Numbers(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
