package org.gatehouse.settings.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.UseNow;

/// What apps use at this moment.
final class InUsePage implements PageView {

    private static final double ICON = 40;

    private final Desk desk;
    private final VBox card = Nodes.column("card");
    private final ScrollPane scroll = new ScrollPane(Nodes.column("scrolled", card));
    private final StatePane none =
            new StatePane(Sidebar.IN_USE)
                    .with(
                            "Nothing is in use",
                            "An app that uses your location or anything else is shown here while it"
                                    + " does.");
    private final StackPane page = new StackPane(scroll, none);
    private List<UseNow> shown = List.of();

    InUsePage(Desk desk) {
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
        var uses = model.snapshot().uses();
        Nodes.visible(none, uses.isEmpty());
        Nodes.visible(scroll, !uses.isEmpty());
        if (!uses.equals(shown)) {
            shown = uses;
            card.getChildren()
                    .setAll(uses.stream().map(use -> line(use, model.snapshot())).toList());
        }
    }

    private HBox line(UseNow use, Snapshot snapshot) {
        var session = desk.session();
        var icon = new AppIcon(desk.icons(), ICON);
        icon.show(snapshot.app(use.key().app()));
        var permission = snapshot.permission(use.key().permission());
        var title = Nodes.label("", "row-title");
        Nodes.put(title, use.name());
        var since = " · since " + desk.phrases().times().recently(use.since());
        var about =
                Nodes.label(
                        permission.name()
                                + (use.paused() ? " · paused until you see the app" : since),
                        "row-text");
        var state = Nodes.label(use.paused() ? "Paused" : "In use", "pill");
        if (use.paused()) {
            state.getStyleClass().add("quiet");
        }
        state.setMinWidth(HBox.USE_PREF_SIZE);
        var revoke =
                Nodes.button(
                        "Take back",
                        () -> session.decide(grant(use, snapshot), Decision.deny()),
                        "danger");
        revoke.setAccessibleText("Take " + permission.name() + " back from " + use.name());
        var open =
                Nodes.signButton(
                        Nodes.CHEVRON,
                        "Show " + use.name(),
                        () -> session.deeper(new Page.App(use.key().app(), permission.id())));
        return Nodes.row(
                "row",
                icon,
                Glyph.drawn(Glyph.path(permission.icon()), "permission-sign"),
                Nodes.growing("row-texts", title, about),
                state,
                revoke,
                open);
    }

    private static GrantRow grant(UseNow use, Snapshot snapshot) {
        return snapshot.grant(use.key()).orElseGet(() -> GrantRow.undecided(use.key(), use.name()));
    }

    @Override
    public Node first() {
        return scroll;
    }
}
