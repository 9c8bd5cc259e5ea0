package org.gatehouse.settings.fx;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Search;

/// What happened: a chart, a choice of class, the records.
final class PastPage implements PageView {

    private static final double CHART = 84;
    private static final double LOW = 430;

    private final VBox page;
    private final Desk desk;
    private final UseChart chart;
    private final Picker which;
    private final Timeline timeline;
    private final StatePane none = new StatePane(Sidebar.PAST);
    private Filter filter = Filter.ALL;

    PastPage(Desk desk) {
        this.desk = desk;
        chart = new UseChart(CHART, desk.phrases().times());
        which = new Picker("Which permission", this::picked);
        timeline = new Timeline(desk);
        timeline.node().setAccessibleText("History");
        var below = new StackPane(timeline.node(), none);
        VBox.setVgrow(below, Priority.ALWAYS);
        var title = Nodes.label("What happened", "section-title");
        page = Nodes.column("page");
        page.getChildren()
                .addAll(
                        Low.slot(page, chart.node(), LOW),
                        Nodes.row("section-head", title, Nodes.spacer(), which.node()),
                        below);
        which.node().setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(Model model) {
        var history = model.history();
        filter = history.filter();
        var options = new ArrayList<Picker.Option>();
        options.add(new Picker.Option("", "Everything"));
        model.snapshot()
                .permissions()
                .forEach(each -> options.add(new Picker.Option(each.id(), each.name())));
        which.show(options, filter.permission());
        chart.show(history.days(), model.snapshot());
        var found = new Search(model.query()).records(history.rows());
        timeline.show(found, model.snapshot());
        Nodes.visible(timeline.node(), !found.isEmpty());
        Nodes.visible(none, history.loaded() && found.isEmpty());
        none.with(
                model.isSearching() ? "Nothing found" : "Nothing has happened yet",
                model.isSearching()
                        ? "No record that has been read so far matches what you typed."
                        : "Each question, answer, use and change is kept here.");
    }

    private void picked(String permission) {
        var wanted = new Filter(permission, filter.app());
        if (!wanted.equals(filter)) {
            desk.session().open(new Page.Past(wanted));
        }
    }

    @Override
    public Node first() {
        ListView<?> list = timeline.node();
        return list;
    }
}
