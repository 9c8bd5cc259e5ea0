package org.gatehouse.settings.fx;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;

/// Says which grants went back to ask because nobody used them, until the person has read it.
final class UnusedBanner {

    private static final int MOST_NAMES = 3;

    private final HBox banner;
    private final Label title = Nodes.label("", "banner-title");
    private final Label names = Nodes.label("", "banner-text");

    UnusedBanner(Desk desk) {
        var session = desk.session();
        banner =
                Nodes.row(
                        "banner",
                        Glyph.drawn(Sidebar.PAST, "sign"),
                        Nodes.growing("row-texts", title, names),
                        Nodes.button(
                                "Show", () -> session.deeper(new Page.Past(Filter.ALL)), "flat"),
                        Nodes.button("Got it", session.changes()::unusedWasRead, "got-it"));
    }

    HBox node() {
        return banner;
    }

    void show(Model model) {
        var unused = model.snapshot().unused();
        Nodes.visible(banner, !unused.isEmpty() && !model.isSearching());
        if (unused.isEmpty()) {
            return;
        }
        int number = unused.size();
        title.setText(
                number == 1
                        ? "A permission that was not used will be asked for again"
                        : number + " permissions that were not used will be asked for again");
        var some =
                unused.stream()
                        .limit(MOST_NAMES)
                        .map(row ->
                                row.name()
                                        + " – "
                                        + model.snapshot()
                                                .permission(row.key().permission())
                                                .name())
                        .collect(Collectors.joining(", "));
        Nodes.putSentence(names, number > MOST_NAMES ? some + " and more" : some);
    }
}
