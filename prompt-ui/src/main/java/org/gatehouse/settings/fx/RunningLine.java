package org.gatehouse.settings.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gatehouse.prompt.fx.Folding;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.RunningApp;

/// A row of what runs now: since when, what the app says that it does, and a button that ends it
/// where that is offered.
final class RunningLine {

    static final String WHAT_STOP_DOES =
            "Stop asks the app to end, and ends it after 10 seconds. It may be started again.";

    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final double ICON = 40;

    private final Desk desk;
    private final HBox row;
    private final Label title = Nodes.label("", "row-title");
    private final Label about = Nodes.label("", "row-text");
    private final Label says = Nodes.label("", "row-quote");
    private final Button stop = Nodes.button("Stop", this::stop, "stop");
    private RunningApp app;
    private boolean stopping;

    /// @param model what is shown, for the app's icon
    /// @param named whether the row says which app it is, and leads to its page
    RunningLine(Desk desk, RunningApp app, Model model, boolean named) {
        this.desk = desk;
        this.app = app;
        says.setMinHeight(Region.USE_PREF_SIZE);
        stop.setTooltip(new Tooltip(WHAT_STOP_DOES));
        row = Nodes.row("row", Nodes.growing("row-texts", title, about, says), stop);
        if (named) {
            var icon = new AppIcon(desk.icons(), ICON);
            icon.show(model.snapshot().app(app.key()));
            row.getChildren().addFirst(icon);
            row.getChildren().add(opener());
        }
        show(app, model, named);
    }

    private Button opener() {
        return Nodes.signButton(
                Nodes.CHEVRON,
                "Show " + app.name(),
                () -> desk.session().deeper(new Page.App(app.key(), "background")));
    }

    Node node() {
        return row;
    }

    void show(RunningApp now, Model model, boolean named) {
        app = now;
        Nodes.put(title, named ? now.name() : Phrases.state(now.state()));
        about.setText(Phrases.raised(desk.phrases().running(now)));
        Nodes.putSentence(says, Phrases.says(now));
        says.setWrapText(!says.getStyleClass().contains(Folding.RIGHT_TO_LEFT));
        Nodes.visible(says, !now.message().isEmpty());
        stopping = model.stopping().contains(now.instance());
        stop.setText(stopping ? "Stopping…" : "Stop");
        stop.setAccessibleText((stopping ? "Stopping " : "Stop ") + now.name());
        stop.setAccessibleHelp(WHAT_STOP_DOES);
        stop.pseudoClassStateChanged(BUSY, stopping);
        Nodes.visible(stop, now.isOfferedToStop());
    }

    /// The button is not disabled meanwhile: the focus would go on to the next one, and a second
    /// press would end another app.
    private void stop() {
        if (!stopping) {
            desk.session().changes().stop(app);
        }
    }
}
