package org.gatehouse.settings.fx;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.PermissionInfo.Trait;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.Search;
import org.gatehouse.settings.Snapshot;

/// All classes of permission.
final class PermissionsPage implements PageView {

    private final Rows<PermissionInfo> rows;
    private final StatePane none =
            new StatePane(Sidebar.PERMISSIONS)
                    .with("Nothing found", "No permission matches what you typed.");
    private final VBox page;
    private Snapshot snapshot = Snapshot.EMPTY;

    PermissionsPage(Desk desk) {
        rows = new Rows<>(Line::new, each -> desk.session().deeper(new Page.Permission(each.id())));
        rows.node().setAccessibleText("Permissions");
        var below = new StackPane(rows.node(), none);
        VBox.setVgrow(below, Priority.ALWAYS);
        page = Nodes.column("page", below);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void show(Model model) {
        snapshot = model.snapshot();
        var found = new Search(model.query()).permissions(snapshot);
        rows.show(found);
        Nodes.visible(rows.node(), !found.isEmpty());
        Nodes.visible(none, found.isEmpty());
    }

    @Override
    public Node first() {
        return rows.node();
    }

    /// A row: what it is and who has it.
    private final class Line implements Rows.Row<PermissionInfo> {

        private final StackPane sign = new StackPane();
        private final Label name = Nodes.label("", "row-title");
        private final Label description = Nodes.label("", "row-text");
        private final Label number = Nodes.label("", "row-number");
        private final HBox row =
                Nodes.row(
                        "row",
                        sign,
                        Nodes.growing("row-texts", name, description),
                        number,
                        Glyph.drawn(Nodes.CHEVRON, "chevron"));

        private Line() {
            number.setMinWidth(Label.USE_PREF_SIZE);
        }

        @Override
        public Node node() {
            return row;
        }

        @Override
        public void show(PermissionInfo permission) {
            sign.getChildren()
                    .setAll(Glyph.drawn(Glyph.path(permission.icon()), "permission-sign"));
            name.setText(permission.name());
            description.setText(permission.texts().description());
            long allowed =
                    snapshot.grantsOf(permission.id()).stream().filter(GrantRow::isAllowed).count();
            number.setText(
                    permission.has(Trait.RETIRED)
                            ? "Every app"
                            : allowed == 0 ? "No app" : Phrases.count(allowed, "app"));
            row.setAccessibleText(name.getText() + ", " + number.getText());
        }
    }
}
