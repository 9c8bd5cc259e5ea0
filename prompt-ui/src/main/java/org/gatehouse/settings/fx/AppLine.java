package org.gatehouse.settings.fx;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.AppRow;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.Snapshot;

/// A row of the list of apps: who it is, what it may, and whether it does so now.
final class AppLine implements Rows.Row<AppRow> {

    private static final double ICON = 40;
    private static final int MOST_SIGNS = 6;

    /// What holds, sorted by app once for all rows.
    static final class Lookup {

        private Snapshot snapshot = Snapshot.EMPTY;
        private Map<AppKey, List<GrantRow>> grants = Map.of();

        void update(Snapshot changed) {
            if (!changed.equals(snapshot)) {
                snapshot = changed;
                grants =
                        changed.grants().stream()
                                .collect(Collectors.groupingBy(grant -> grant.key().app()));
            }
        }

        private List<GrantRow> of(AppKey app) {
            return grants.getOrDefault(app, List.of());
        }
    }

    private final Desk desk;
    private final Lookup lookup;
    private final AppIcon icon;
    private final Label name = Nodes.label("", "row-title");
    private final Label about = Nodes.label("", "row-text");
    private final Label inUse = Nodes.label("In use", "pill");
    private final HBox signs = Nodes.row("signs");
    private final HBox row;

    AppLine(Desk desk, Lookup lookup) {
        this.desk = desk;
        this.lookup = lookup;
        icon = new AppIcon(desk.icons(), ICON);
        inUse.setMinWidth(Label.USE_PREF_SIZE);
        signs.setMinWidth(HBox.USE_PREF_SIZE);
        row =
                Nodes.row(
                        "row",
                        icon,
                        Nodes.growing("row-texts", name, about),
                        inUse,
                        signs,
                        Glyph.drawn(Nodes.CHEVRON, "chevron"));
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(AppRow app) {
        icon.show(app);
        Nodes.put(name, app.name());
        var grants = lookup.of(app.key());
        about.setText(about(app, grants));
        Nodes.visible(inUse, app.inUse());
        signs.getChildren()
                .setAll(
                        lookup.snapshot.permissions().stream()
                                .filter(permission -> isAllowed(grants, permission))
                                .limit(MOST_SIGNS)
                                .map(permission -> Glyph.sign(permission.icon()))
                                .toList());
        row.setAccessibleText(app.name() + ", " + about.getText());
    }

    private static boolean isAllowed(List<GrantRow> grants, PermissionInfo permission) {
        return grants.stream()
                .anyMatch(each ->
                        each.isAllowed() && each.key().permission().equals(permission.id()));
    }

    private String about(AppRow app, List<GrantRow> grants) {
        long allowed = grants.stream().filter(GrantRow::isAllowed).count();
        var first = app.key().kindLabel();
        var holds = allowed == 0 ? "nothing allowed" : allowed + " allowed";
        var used = app.lastUse() > 0 ? " · used " + desk.phrases().times().ago(app.lastUse()) : "";
        var gone = app.installed() || app.key().kind().isEmpty() ? "" : " · not installed";
        return Phrases.raised(first) + " · " + holds + used + gone;
    }
}
