package org.gatehouse.settings.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.WaitingQuestion;

/// Questions that wait for an answer.
final class WaitingPage implements PageView {

    private final Desk desk;
    private final VBox cards = Nodes.column("scrolled");
    private final ScrollPane scroll = new ScrollPane(cards);
    private final StatePane none =
            new StatePane(Sidebar.WAITING)
                    .with(
                            "No question waits",
                            "What an app asks while you cannot answer is kept here until you do.");
    private final StackPane page = new StackPane(scroll, none);
    private List<WaitingQuestion> shown = List.of();

    WaitingPage(Desk desk) {
        this.desk = desk;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("scroll");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(Model model) {
        var waiting = model.snapshot().waiting();
        Nodes.visible(none, waiting.isEmpty());
        Nodes.visible(scroll, !waiting.isEmpty());
        if (!waiting.equals(shown)) {
            shown = waiting;
            cards.getChildren()
                    .setAll(
                            waiting.stream()
                                    .map(each ->
                                            new WaitingCard(desk, each, model.snapshot()).node())
                                    .toList());
        }
    }

    @Override
    public Node first() {
        return scroll;
    }
}
