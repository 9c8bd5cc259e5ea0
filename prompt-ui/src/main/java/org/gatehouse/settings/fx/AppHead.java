package org.gatehouse.settings.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.AppRow;

/// Who the app is, and what can be done to all of its permissions at once.
final class AppHead {

    private static final double ICON = 64;

    private final VBox head;
    private final AppIcon icon;
    private final Desk desk;
    private final Label name = Nodes.label("", "app-name");
    private final Label about = Nodes.label("", "app-id");
    private final Button revoke;
    private final Button forget;
    private AppRow app = new AppRow(new AppKey("", ""), "", "", "", false, false, 0);

    AppHead(Desk desk) {
        this.desk = desk;
        icon = new AppIcon(desk.icons(), ICON);
        revoke =
                Nodes.button(
                        "_Take everything back",
                        () -> desk.session().changes().revokeAll(app),
                        "danger");
        forget =
                Nodes.button(
                        "Ask a_gain for everything", () -> desk.session().changes().forgetAll(app));
        revoke.setMnemonicParsing(true);
        forget.setMnemonicParsing(true);
        var buttons = new FlowPane(revoke, forget);
        buttons.getStyleClass().add("head-buttons");
        head =
                Nodes.column(
                        "app-head",
                        Nodes.row("app-title", icon, Nodes.growing("app-names", name, about)),
                        buttons);
    }

    VBox node() {
        return head;
    }

    void show(AppRow now) {
        app = now;
        icon.show(now);
        Nodes.put(name, now.name());
        Nodes.put(about, desk.phrases().about(now));
        var grants = desk.session().model().snapshot().grantsOf(now.key());
        revoke.setDisable(grants.stream().noneMatch(grant -> grant.isAllowed()));
        forget.setDisable(grants.isEmpty());
    }
}
