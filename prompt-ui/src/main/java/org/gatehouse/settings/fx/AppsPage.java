package org.gatehouse.settings.fx;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.AppRow;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Search;

/// All apps, and what has gone back to ask.
final class AppsPage implements PageView {

    private final VBox page;
    private final AppLine.Lookup lookup = new AppLine.Lookup();
    private final Rows<AppRow> rows;
    private final UnusedBanner banner;
    private final StatePane none = new StatePane(Sidebar.APPS);

    AppsPage(Desk desk) {
        rows =
                new Rows<>(
                        () -> new AppLine(desk, lookup),
                        app -> desk.session().deeper(new Page.App(app.key(), "")));
        rows.node().setAccessibleText("Apps");
        banner = new UnusedBanner(desk);
        var below = new StackPane(rows.node(), none);
        VBox.setVgrow(below, Priority.ALWAYS);
        page = Nodes.column("page", banner.node(), below);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(Model model) {
        lookup.update(model.snapshot());
        banner.show(model);
        var found = new Search(model.query()).apps(model.snapshot());
        rows.show(found);
        Nodes.visible(rows.node(), !found.isEmpty());
        Nodes.visible(none, found.isEmpty());
        if (model.isSearching()) {
            none.with("Nothing found", "No app, id or permission matches what you typed.");
        } else {
            none.with(
                    "No app has asked yet",
                    "When an app asks for your location or another permission, you find it here.");
        }
    }

    @Override
    public Node first() {
        return rows.node();
    }
}
