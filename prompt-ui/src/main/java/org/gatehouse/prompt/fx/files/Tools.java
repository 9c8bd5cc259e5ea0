package org.gatehouse.prompt.fx.files;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

/// The tools beside the path, and the keys that do the same.
final class Tools {

    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Chooser chooser;
    private final FilePane files;
    private final NewFolder newFolder;
    private final Button hidden;
    private final Button list;
    private final Button grid;

    Tools(PathBar bar, Chooser chooser, FilePane files, NewFolder newFolder) {
        this.chooser = chooser;
        this.files = files;
        this.newFolder = newFolder;
        if (isWriting()) {
            bar.add(Signs.NEW_FOLDER, "New folder", newFolder::ask);
        }
        hidden = bar.add(Signs.EYE, "Show hidden files", chooser::toggleHidden);
        list = bar.add(Signs.LIST, "As a list", () -> setGrid(false));
        grid = bar.add(Signs.GRID, "As a grid", () -> setGrid(true));
    }

    private boolean isWriting() {
        return chooser.mode().isSaving() || chooser.mode().picksFolders();
    }

    void setGrid(boolean asGrid) {
        files.setGrid(asGrid);
        show();
    }

    /// Shows what is on.
    void show() {
        hidden.pseudoClassStateChanged(ON, chooser.view().hidden());
        list.pseudoClassStateChanged(ON, !files.isGrid());
        grid.pseudoClassStateChanged(ON, files.isGrid());
    }

    /// @return whether the key means something
    boolean shortcut(KeyEvent event) {
        if (event.isAltDown()) {
            return travel(event);
        }
        if (!event.isShortcutDown()) {
            return false;
        }
        switch (event.getCode()) {
            case H -> chooser.toggleHidden();
            case DIGIT1 -> setGrid(false);
            case DIGIT2 -> setGrid(true);
            case R -> chooser.load();
            case N -> askForFolder(event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void askForFolder(KeyEvent event) {
        if (event.isShiftDown() && isWriting()) {
            newFolder.ask();
        }
    }

    private boolean travel(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> chooser.back();
            case RIGHT -> chooser.forward();
            case UP -> chooser.up();
            case HOME -> chooser.goHome();
            default -> {
                return false;
            }
        }
        return true;
    }
}
