package org.gatehouse.settings.fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.Search;
import org.gatehouse.settings.Snapshot;

/// One class of permission and who has it, each with a switch.
final class PermissionPage implements PageView {

    private static final double CHART = 56;
    private static final double LOW = 470;

    private final Desk desk;
    private final VBox page;
    private final StackPane sign = new StackPane();
    private final Label name = Nodes.label("", "app-name");
    private final Label description = Nodes.label("", "app-id");
    private final Button revoke;
    private final UseChart chart;
    private final Rows<GrantRow> rows;
    private final StatePane none = new StatePane(Sidebar.PERMISSIONS);
    private PermissionInfo permission = Snapshot.EMPTY.permission("");
    private Snapshot snapshot = Snapshot.EMPTY;

    PermissionPage(Desk desk) {
        this.desk = desk;
        var session = desk.session();
        chart = new UseChart(CHART, desk.phrases().times());
        revoke =
                Nodes.button(
                        "_Take back from every app",
                        () -> session.changes().revokeAll(permission),
                        "danger");
        revoke.setMnemonicParsing(true);
        rows =
                new Rows<>(
                        () -> new GrantLine(desk, () -> permission, () -> snapshot),
                        grant ->
                                session.deeper(
                                        new Page.App(grant.key().app(), grant.key().permission())));
        rows.node().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        var below = new StackPane(rows.node(), none);
        VBox.setVgrow(below, Priority.ALWAYS);
        description.setWrapText(true);
        page = Nodes.column("page");
        page.getChildren()
                .addAll(
                        Nodes.row(
                                "app-title",
                                sign,
                                Nodes.growing("app-names", name, description),
                                revoke),
                        Low.slot(page, chart.node(), LOW),
                        below);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(Model model) {
        if (!(model.page() instanceof Page.Permission(var id))) {
            return;
        }
        snapshot = model.snapshot();
        permission = snapshot.permission(id);
        sign.getChildren().setAll(Glyph.drawn(Glyph.path(permission.icon()), "large-sign"));
        name.setText(permission.name());
        description.setText(permission.texts().description());
        var all = snapshot.grantsOf(id);
        revoke.setDisable(all.stream().noneMatch(GrantRow::isAllowed));
        var found = new Search(model.query()).grants(all);
        rows.node().setAccessibleText("Apps and " + permission.name());
        rows.show(found);
        Nodes.visible(rows.node(), !found.isEmpty());
        Nodes.visible(none, found.isEmpty());
        none.with(
                model.isSearching() ? "Nothing found" : "No app has it",
                model.isSearching() ? "" : "No app has asked for it yet.");
        chart.show(model.history().days(), snapshot);
    }

    /// The space bar moves the switch of the selected row.
    private void pressed(KeyEvent event) {
        var grant = rows.selected();
        if (event.getCode() == KeyCode.SPACE && grant != null) {
            event.consume();
            desk.session()
                    .changes()
                    .decide(grant, grant.isAllowed() ? Decision.deny() : Decision.allow(grant));
        }
    }

    @Override
    public Node first() {
        return rows.node();
    }
}
