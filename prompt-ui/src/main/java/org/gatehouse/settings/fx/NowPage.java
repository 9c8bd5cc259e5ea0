package org.gatehouse.settings.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.UseNow;

/// What apps use at this moment, and which run without being seen.
final class NowPage implements PageView {

    private final Desk desk;
    private final Section uses = new Section("In use");
    private final RunningList running;
    private final ScrollPane scroll;
    private final StatePane none =
            new StatePane(Sidebar.NOW)
                    .with(
                            "Nothing is in use",
                            "An app that uses your location or anything else, or runs without a"
                                    + " window, is shown here while it does.");
    private final StackPane page;
    private List<UseNow> shown = List.of();

    NowPage(Desk desk) {
        this.desk = desk;
        running = new RunningList(desk, "Running without a window", true);
        scroll = new ScrollPane(Nodes.column("scrolled", uses.node(), running.node()));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("scroll");
        page = new StackPane(scroll, none);
        uses.show(List.of(), "");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(Model model) {
        var snapshot = model.snapshot();
        boolean nothing = snapshot.uses().isEmpty() && snapshot.hidden().isEmpty();
        Nodes.visible(none, nothing);
        Nodes.visible(scroll, !nothing);
        if (!snapshot.uses().equals(shown)) {
            shown = snapshot.uses();
            uses.show(shown.stream().map(use -> UseLine.of(desk, use, snapshot)).toList(), "");
        }
        running.show(snapshot.hidden(), model);
    }

    @Override
    public Node first() {
        return scroll;
    }
}
