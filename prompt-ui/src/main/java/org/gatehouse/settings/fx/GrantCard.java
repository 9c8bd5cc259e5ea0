package org.gatehouse.settings.fx;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.PermissionInfo;
import org.jspecify.annotations.Nullable;

/// One permission of an app: a switch, and on demand everything behind it.
final class GrantCard {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Desk desk;
    private final PermissionInfo permission;
    private final VBox card;
    private final Label summary = Nodes.label("", "row-text");
    private final Label inUse = Nodes.label("In use", "pill");
    private final Switch toggle = new Switch(this::wanted);
    private final Button more = Nodes.signButton(Nodes.CHEVRON_DOWN, "", this::toggleDetails);
    private @Nullable GrantDetails details;
    private GrantRow grant;

    GrantCard(Desk desk, GrantRow grant, PermissionInfo permission) {
        this.desk = desk;
        this.grant = grant;
        this.permission = permission;
        inUse.setMinWidth(Label.USE_PREF_SIZE);
        more.getStyleClass().add("more");
        var head =
                Nodes.row(
                        "row",
                        Glyph.drawn(Glyph.path(permission.icon()), "permission-sign"),
                        Nodes.growing(
                                "row-texts", Nodes.label(permission.name(), "row-title"), summary),
                        inUse,
                        more,
                        toggle);
        head.setOnMouseClicked(_ -> toggleDetails());
        card = Nodes.column("grant", head);
        show(grant);
    }

    VBox node() {
        return card;
    }

    void show(GrantRow now) {
        grant = now;
        summary.setText(desk.phrases().summary(now, permission));
        toggle.show(now.isAllowed(), permission.name() + " for " + now.name());
        more.setAccessibleText("Details of " + permission.name());
        Nodes.visible(inUse, now.inUse());
        if (details != null) {
            details.show(now);
        }
    }

    boolean isOpen() {
        return details != null;
    }

    void toggleDetails() {
        card.pseudoClassStateChanged(OPEN, details == null);
        if (details == null) {
            var opened = new GrantDetails(desk, permission, grant);
            details = opened;
            card.getChildren().add(opened.node());
        } else {
            details = null;
            card.getChildren().removeLast();
        }
    }

    private void wanted(boolean on) {
        desk.session().changes().decide(grant, on ? Decision.allow(grant) : Decision.deny());
    }
}
