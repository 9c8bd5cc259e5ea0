package org.gatehouse.prompt.fx.files;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.gatehouse.prompt.files.Picks;
import org.gatehouse.prompt.fx.ArmingGate;

/// The pointer in the list: a click picks, with Control one more, with Shift a range; a double
/// click opens.
final class FileClicks {

    private final FilePane pane;
    private final Picks picks;
    private final ArmingGate gate;
    private final FilePane.Actions actions;
    private boolean firstCounted;

    FileClicks(FilePane pane, Picks picks, ArmingGate gate, FilePane.Actions actions) {
        this.pane = pane;
        this.picks = picks;
        this.gate = gate;
        this.actions = actions;
    }

    /// Something else is shown: a click before that was not meant for it.
    void forget() {
        firstCounted = false;
    }

    void pressed(int position, MouseEvent event) {
        event.consume();
        pane.node.requestFocus();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (pane.isOutdated() || !isThere(position) || !primary) {
            return;
        }
        gate.pressed(MouseButton.PRIMARY);
        if (event.isShiftDown()) {
            picks.extendTo(position);
        } else if (event.isShortcutDown()) {
            picks.toggle(position);
        } else if (event.getClickCount() == 1) {
            picks.only(position);
        }
        pane.changed();
    }

    /// Only the second of two clicks opens, and it only answers if the first one counted as well.
    void released(int position, MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean counts = gate.released(MouseButton.PRIMARY);
        boolean both = counts && firstCounted;
        firstCounted = counts && event.getClickCount() == 1;
        boolean opens = event.getClickCount() == 2 && event.isStillSincePress();
        if (opens && !pane.isOutdated() && isThere(position)) {
            actions.open(picks.entries().get(position), both);
        }
    }

    private boolean isThere(int position) {
        return position >= 0 && position < picks.entries().size();
    }

    void pressedNowhere(MouseEvent event) {
        if (event.getTarget() instanceof Node target && !isScrolling(target)) {
            pane.node.requestFocus();
            picks.clear();
            pane.changed();
        }
    }

    private static boolean isScrolling(Node target) {
        for (Node each = target; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("scroll-bar")) {
                return true;
            }
        }
        return false;
    }
}
