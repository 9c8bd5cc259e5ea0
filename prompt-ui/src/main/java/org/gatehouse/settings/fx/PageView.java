package org.gatehouse.settings.fx;

import javafx.scene.Node;
import org.gatehouse.settings.Model;

/// A page of the window.
interface PageView {

    Node node();

    /// Shows what holds now. Called for each change while the page is the one that is seen.
    void show(Model model);

    /// The node that gets the focus when the person leaves the search downwards.
    Node first();
}
