package org.gatehouse.settings.fx;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.UseNow;

/// A row of what is used now: who uses what since when, and a button that takes it back.
final class UseLine {

    private static final double ICON = 40;

    private UseLine() {}

    static Node of(Desk desk, UseNow use, Snapshot snapshot) {
        var session = desk.session();
        var icon = new AppIcon(desk.icons(), ICON);
        icon.show(snapshot.app(use.key().app()));
        var permission = snapshot.permission(use.key().permission());
        var title = Nodes.label("", "row-title");
        Nodes.put(title, use.name());
        var revoke =
                Nodes.button(
                        "Take back",
                        () -> session.changes().decide(grant(use, snapshot), Decision.deny()),
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
                Nodes.growing(
                        "row-texts", title, Nodes.label(about(desk, use, permission), "row-text")),
                state(use),
                revoke,
                open);
    }

    private static String about(Desk desk, UseNow use, PermissionInfo permission) {
        return permission.name()
                + (use.paused()
                        ? " · paused until you see the app"
                        : " · since " + desk.phrases().times().recently(use.since()));
    }

    private static Node state(UseNow use) {
        var state = Nodes.label(use.paused() ? "Paused" : "In use", "pill");
        if (use.paused()) {
            state.getStyleClass().add("quiet");
        }
        state.setMinWidth(HBox.USE_PREF_SIZE);
        return state;
    }

    private static GrantRow grant(UseNow use, Snapshot snapshot) {
        return snapshot.grant(use.key()).orElseGet(() -> GrantRow.undecided(use.key(), use.name()));
    }
}
