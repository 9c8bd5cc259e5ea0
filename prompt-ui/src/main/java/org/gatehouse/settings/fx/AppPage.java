package org.gatehouse.settings.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.GrantKey;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.WaitingQuestion;

/// One app: its permissions with all details, how it runs, what waits, and what it did lately.
final class AppPage implements PageView {

    private static final double CHART = 56;
    private static final int LATELY = 6;

    private final Desk desk;
    private final AppHead head;
    private final VBox waiting = Nodes.column("cards");
    private final RunningList running;
    private final Section permissions = new Section("Permissions");
    private final Section conduct = new Section("How it runs");
    private final UseChart chart;
    private final VBox lately = Nodes.column("card");
    private final VBox latelySection;
    private final ScrollPane scroll;
    private final Map<GrantKey, GrantCard> cards = new LinkedHashMap<>();
    private List<WaitingQuestion> questions = List.of();
    private Page.App shown = new Page.App(new AppKey("", ""), "");

    AppPage(Desk desk) {
        this.desk = desk;
        head = new AppHead(desk);
        running = new RunningList(desk, "Running now", false);
        chart = new UseChart(CHART, desk.phrases().times());
        var all =
                Nodes.button(
                        "Whole history",
                        () -> desk.session().deeper(new Page.Past(Filter.of(shown.key()))),
                        "flat");
        latelySection =
                Nodes.column(
                        "section",
                        Nodes.row(
                                "section-head",
                                Nodes.label("Lately", "section-title"),
                                Nodes.spacer(),
                                all),
                        lately);
        var content =
                Nodes.column(
                        "scrolled",
                        head.node(),
                        waiting,
                        running.node(),
                        permissions.node(),
                        conduct.node(),
                        chart.node(),
                        latelySection);
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("scroll");
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show(Model model) {
        if (!(model.page() instanceof Page.App page)) {
            return;
        }
        var snapshot = model.snapshot();
        head.show(snapshot.app(page.key()));
        running.show(snapshot.runningOf(page.key()), model);
        showCards(page, snapshot);
        showWaiting(page.key(), snapshot);
        var history = model.history();
        chart.show(history.days(), snapshot);
        Nodes.visible(latelySection, !history.rows().isEmpty());
        var items = Timeline.items(desk, history.rows().stream().limit(LATELY).toList(), snapshot);
        lately.getChildren()
                .setAll(
                        items.stream()
                                .map(item -> {
                                    var line = new LedgerLine(desk);
                                    line.show(item);
                                    return line.node();
                                })
                                .toList());
        if (!page.equals(shown)) {
            opened(page);
        }
    }

    private void opened(Page.App page) {
        shown = page;
        scroll.setVvalue(0);
        cards.forEach((key, card) -> {
            if (key.permission().equals(page.opened()) && !card.isOpen()) {
                card.toggleDetails();
            }
        });
    }

    private void showCards(Page.App page, Snapshot snapshot) {
        var grants = snapshot.grantsOf(page.key());
        var keys = grants.stream().map(GrantRow::key).toList();
        if (!List.copyOf(cards.keySet()).equals(keys)) {
            cards.keySet().retainAll(Set.copyOf(keys));
            var ordered = new LinkedHashMap<GrantKey, GrantCard>();
            for (var grant : grants) {
                var known = cards.get(grant.key());
                ordered.put(grant.key(), known == null ? card(grant, snapshot) : known);
            }
            cards.clear();
            cards.putAll(ordered);
            arrange(snapshot);
        }
        grants.forEach(grant -> {
            var card = cards.get(grant.key());
            if (card != null) {
                card.show(grant);
            }
        });
    }

    private GrantCard card(GrantRow grant, Snapshot snapshot) {
        return new GrantCard(desk, grant, snapshot.permission(grant.key().permission()));
    }

    private void arrange(Snapshot snapshot) {
        permissions.show(nodes(snapshot, false), "It has not asked for anything yet.");
        conduct.show(nodes(snapshot, true), "");
    }

    private List<Node> nodes(Snapshot snapshot, boolean conducts) {
        var nodes = new ArrayList<Node>();
        cards.forEach((key, card) -> {
            if (snapshot.permission(key.permission()).isConduct() == conducts) {
                nodes.add(card.node());
            }
        });
        return nodes;
    }

    private void showWaiting(AppKey app, Snapshot snapshot) {
        var own =
                snapshot.waiting().stream()
                        .filter(question -> question.key().app().equals(app))
                        .toList();
        if (!own.equals(questions)) {
            questions = own;
            waiting.getChildren()
                    .setAll(
                            own.stream()
                                    .map(each -> new WaitingCard(desk, each, snapshot).node())
                                    .toList());
        }
        Nodes.visible(waiting, !own.isEmpty());
    }

    @Override
    public Node first() {
        return scroll;
    }
}
