package org.gatehouse.prompt.fx.files;

import java.util.ArrayList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gatehouse.prompt.files.Crumb;
import org.gatehouse.prompt.files.Spot;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.protocol.HostPath;

/// Where we are, as a row of buttons, one for each folder on the way.
final class PathBar {

    private static final int MOST = 4;
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    final HBox node = new HBox();
    private final HBox crumbs = new HBox();
    private final Button back;
    private final Button forward;
    private final Button up;
    private final Chooser chooser;
    private final HostPath home;
    private final StackPane middle;

    PathBar(Chooser chooser, HostPath home) {
        this.chooser = chooser;
        this.home = home;
        back = button(Signs.BACK, "Back", chooser::back);
        forward = button(Signs.FORWARD, "Forward", chooser::forward);
        up = button(Signs.UP, "Enclosing folder", chooser::up);
        crumbs.getStyleClass().add("crumbs");
        middle = new StackPane(crumbs);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        node.getChildren().addAll(back, forward, up, middle);
        node.getStyleClass().add("path-bar");
    }

    /// Adds a button at the end.
    Button add(String sign, String says, Runnable action) {
        var button = button(sign, says, action);
        node.getChildren().add(button);
        return button;
    }

    static Button button(String sign, String says, Runnable action) {
        var button = new Button("", Glyph.drawn(sign, "tool-sign"));
        button.getStyleClass().setAll("tool");
        button.setAccessibleText(says);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Shows something else where the way is, such as a field to type it.
    void replace(Node other) {
        middle.getChildren().setAll(other);
    }

    void restore() {
        middle.getChildren().setAll(crumbs);
    }

    void show() {
        back.setDisable(!chooser.hasBack());
        forward.setDisable(!chooser.hasForward());
        up.setDisable(chooser.folder().equals(chooser.folder().parent()));
        if (chooser.spot() instanceof Spot.Recent) {
            var recent = new Label("Recent files");
            recent.getStyleClass().add("recent");
            crumbs.getChildren().setAll(recent);
            return;
        }
        var way = Crumb.way(chooser.folder(), home);
        var nodes = new ArrayList<Node>();
        int first = Math.max(0, way.size() - MOST);
        if (first > 0) {
            nodes.add(crumb(new Crumb("…", way.get(first - 1).path())));
        }
        for (var each : way.subList(first, way.size())) {
            if (!nodes.isEmpty()) {
                var slash = new Label("›");
                slash.getStyleClass().add("slash");
                nodes.add(slash);
            }
            nodes.add(crumb(each));
        }
        nodes.getLast().pseudoClassStateChanged(LAST, true);
        crumbs.getChildren().setAll(nodes);
    }

    private Button crumb(Crumb crumb) {
        var button = new Button(crumb.label());
        button.setMnemonicParsing(false);
        button.getStyleClass().setAll("crumb");
        button.setMinWidth(28);
        Words.mark(button, crumb.label());
        button.setOnAction(_ -> chooser.go(crumb.path()));
        return button;
    }
}
