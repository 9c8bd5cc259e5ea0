package org.gatehouse.settings.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.RunningApp;

/// What runs now, one below the other. A row stays the same node while its instance runs, so that a
/// change that comes between press and release of its button does not take the button away.
final class RunningList {

    private final Desk desk;
    private final boolean named;
    private final Section section;
    private Map<String, RunningLine> lines = new LinkedHashMap<>();

    /// @param named whether the rows say which app they are
    RunningList(Desk desk, String title, boolean named) {
        this.desk = desk;
        this.named = named;
        section = new Section(title);
    }

    VBox node() {
        return section.node();
    }

    /// Shows these; where there are none the whole list goes.
    void show(List<RunningApp> running, Model model) {
        var now = new LinkedHashMap<String, RunningLine>();
        for (var app : running) {
            var known = lines.get(app.instance());
            if (known == null) {
                now.put(app.instance(), new RunningLine(desk, app, model, named));
            } else {
                known.show(app, model, named);
                now.put(app.instance(), known);
            }
        }
        boolean same = List.copyOf(now.keySet()).equals(List.copyOf(lines.keySet()));
        lines = now;
        if (!same || running.isEmpty()) {
            var rows = new ArrayList<Node>();
            now.values().forEach(line -> rows.add(line.node()));
            section.show(rows, "");
        }
        section.hint(
                running.stream().anyMatch(RunningApp::isOfferedToStop)
                        ? RunningLine.WHAT_STOP_DOES
                        : "");
    }
}
