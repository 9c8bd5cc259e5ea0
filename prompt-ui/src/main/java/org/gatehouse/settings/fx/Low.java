package org.gatehouse.settings.fx;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What gives way where the window is low.
final class Low {

    private Low() {}

    /// A place for a part that is there only while the page is at least so high, and the part has
    /// something to show.
    static StackPane slot(Region page, Node part, double least) {
        var slot = new StackPane(part);
        page.heightProperty().subscribe(_ -> fit(slot, part, page, least));
        part.visibleProperty().subscribe(_ -> fit(slot, part, page, least));
        return slot;
    }

    private static void fit(StackPane slot, Node part, Region page, double least) {
        Nodes.visible(slot, part.isVisible() && page.getHeight() >= least);
    }
}
