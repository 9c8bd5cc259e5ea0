package org.gatehouse.settings.fx;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.GrantKey;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.Snapshot;

/// A row of a class's page: an app, what it was given, and the switch.
final class GrantLine implements Rows.Row<GrantRow> {

    private static final double ICON = 36;

    private final Desk desk;
    private final Supplier<PermissionInfo> permission;
    private final Supplier<Snapshot> snapshot;
    private final AppIcon icon;
    private final Label name = Nodes.label("", "row-title");
    private final Label summary = Nodes.label("", "row-text");
    private final Label inUse = Nodes.label("In use", "pill");
    private final Switch toggle = new Switch(this::wanted);
    private final HBox row;
    private GrantRow grant = GrantRow.undecided(new GrantKey("", new AppKey("", "")), "");

    GrantLine(Desk desk, Supplier<PermissionInfo> permission, Supplier<Snapshot> snapshot) {
        this.desk = desk;
        this.permission = permission;
        this.snapshot = snapshot;
        icon = new AppIcon(desk.icons(), ICON);
        inUse.setMinWidth(Label.USE_PREF_SIZE);
        toggle.setFocusTraversable(false); // the list has the focus, its space bar the switch
        toggle.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        row =
                Nodes.row(
                        "row",
                        icon,
                        Nodes.growing("row-texts", name, summary),
                        inUse,
                        toggle,
                        Glyph.drawn(Nodes.CHEVRON, "chevron"));
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(GrantRow now) {
        grant = now;
        icon.show(snapshot.get().app(now.key().app()));
        Nodes.put(name, now.name());
        summary.setText(desk.phrases().summary(now, permission.get()));
        Nodes.visible(inUse, now.inUse());
        toggle.show(now.isAllowed(), permission.get().name() + " for " + now.name());
        row.setAccessibleText(now.name() + ", " + summary.getText());
    }

    private void wanted(boolean on) {
        desk.session().changes().decide(grant, on ? Decision.allow(grant) : Decision.deny());
    }
}
