package org.gatehouse.settings.fx;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatehouse.settings.DayUse;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.SettingsSession;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.Times;
import org.gatehouse.settings.UseBars;

/// How often what was used, day by day: a column for each day, a colour for each class.
final class UseChart {

    private static final int COLOURS = 6;
    private static final double LEAST = 3;

    private final double height;
    private final Times times;
    private final VBox node;
    private final Label title = Nodes.label("", "section-title");
    private final GridPane columns = new GridPane();
    private final FlowPane legend = new FlowPane();
    private List<DayUse> shown = List.of();

    /// @param height of the highest column, in pixels
    UseChart(double height, Times times) {
        this.height = height;
        this.times = times;
        columns.getStyleClass().add("chart");
        columns.setMinWidth(0); // the names of the days may reach into the next column
        legend.getStyleClass().add("legend");
        for (int day = 0; day < SettingsSession.DAYS; day++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / SettingsSession.DAYS);
            columns.getColumnConstraints().add(constraints);
        }
        node = Nodes.column("chart-card", title, columns, legend);
        node.setMinWidth(0);
        Nodes.visible(node, false);
    }

    VBox node() {
        return node;
    }

    /// Shows other days. Nothing at all where nothing was used.
    void show(List<DayUse> uses, Snapshot snapshot) {
        var bars = UseBars.of(uses, SettingsSession.DAYS, times);
        Nodes.visible(node, !bars.isEmpty());
        if (shown.equals(uses)) {
            return;
        }
        shown = uses;
        title.setText(
                "Used "
                        + Phrases.count(bars.total(), "time")
                        + " in the last "
                        + SettingsSession.DAYS
                        + " days");
        columns.getChildren().clear();
        for (int day = 0; day < bars.columns().size(); day++) {
            column(day, bars, snapshot);
        }
        legend.getChildren().clear();
        for (int colour = 0; colour < bars.permissions().size(); colour++) {
            var name = snapshot.permission(bars.permissions().get(colour)).name();
            var mark = new Region();
            mark.getStyleClass().addAll("mark", "colour" + colour % COLOURS);
            legend.getChildren().add(Nodes.row("legend-entry", mark, Nodes.label(name, "small")));
        }
        node.setAccessibleText(title.getText());
    }

    private void column(int day, UseBars bars, Snapshot snapshot) {
        var column = bars.columns().get(day);
        var stack = Nodes.column("bars");
        stack.setMinHeight(height);
        stack.setPrefHeight(height);
        var says = new StringBuilder(Phrases.raised(times.day(second(column))));
        for (var use : column.uses().entrySet()) {
            int colour = bars.permissions().indexOf(use.getKey());
            double high = Math.max(LEAST, height * use.getValue() / bars.highest());
            stack.getChildren().addFirst(bar(colour, high));
            says.append('\n')
                    .append(snapshot.permission(use.getKey()).name())
                    .append(": ")
                    .append(Phrases.count(use.getValue(), "time"));
        }
        Tooltip.install(stack, new Tooltip(says.toString()));
        columns.add(stack, day, 0);
        var date = column.day();
        var name =
                day % 2 == 1
                        ? date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                + " "
                                + date.getDayOfMonth()
                        : "";
        var label = Nodes.label(name, "small", "day");
        label.setMinWidth(Region.USE_PREF_SIZE);
        columns.add(label, day, 1);
        GridPane.setHalignment(label, javafx.geometry.HPos.CENTER);
        GridPane.setValignment(label, VPos.TOP);
    }

    private long second(UseBars.Column column) {
        return column.day().atStartOfDay(times.clock().getZone()).toEpochSecond();
    }

    private static Region bar(int colour, double high) {
        var bar = new Region();
        bar.setMinHeight(high);
        bar.setMaxHeight(high);
        bar.getStyleClass().addAll("bar", "colour" + colour % COLOURS);
        return bar;
    }
}
