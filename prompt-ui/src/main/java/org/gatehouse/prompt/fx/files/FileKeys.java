package org.gatehouse.prompt.fx.files;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gatehouse.prompt.files.Picks;

/// The keys in the list: arrows and pages move, with Shift they pick a range; letters find a name.
final class FileKeys {

    private final FilePane pane;
    private final Chooser chooser;
    private final Picks picks;
    private final FilePane.Actions actions;
    private final TypeAhead typeAhead;

    FileKeys(FilePane pane, Chooser chooser, FilePane.Actions actions) {
        this.pane = pane;
        this.chooser = chooser;
        this.actions = actions;
        picks = chooser.picks();
        typeAhead = new TypeAhead(picks);
    }

    void attach(Node node) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        node.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        if (pane.isOutdated() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        int step = step(event.getCode());
        if (step != 0) {
            event.consume();
            picks.move(step, event.isShiftDown());
            pane.changed();
            return;
        }
        other(event);
    }

    private int step(KeyCode key) {
        return switch (key) {
            case UP, KP_UP -> -pane.columns();
            case DOWN, KP_DOWN -> pane.columns();
            case LEFT, KP_LEFT -> pane.isGrid() ? -1 : 0;
            case RIGHT, KP_RIGHT -> pane.isGrid() ? 1 : 0;
            case PAGE_UP -> -pane.page();
            case PAGE_DOWN -> pane.page();
            case HOME -> -picks.entries().size();
            case END -> picks.entries().size();
            default -> 0;
        };
    }

    private void other(KeyEvent event) {
        boolean all = event.getCode() == KeyCode.A && event.isShortcutDown();
        boolean toggles = event.getCode() == KeyCode.SPACE && !typeAhead.isActive();
        if (all) {
            event.consume();
            picks.all(chooser.view()::isPickable);
            pane.changed();
        } else if (toggles && picks.cursor() >= 0) {
            event.consume();
            picks.toggle(picks.cursor());
            pane.changed();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            event.consume();
            chooser.up();
        }
    }

    private void typed(KeyEvent event) {
        var typed = event.getCharacter();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !typed.isEmpty();
        if (pane.isOutdated() || !plain || Character.isISOControl(typed.charAt(0))) {
            return;
        }
        event.consume();
        if (!typeAhead.isActive() && (typed.equals("/") || typed.equals("~"))) {
            actions.typePath(typed);
        } else if (typeAhead.type(typed)) {
            pane.changed();
        }
    }
}
