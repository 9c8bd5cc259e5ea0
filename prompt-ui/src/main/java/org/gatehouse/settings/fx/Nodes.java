package org.gatehouse.settings.fx;

import java.text.Bidi;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.Folding;
import org.gatehouse.prompt.fx.Glyph;

/// The small parts that every page is put together from.
final class Nodes {

    static final String CHEVRON = "M9 5l7 7-7 7-1.5-1.5L13 12 7.5 6.5z";
    static final String CHEVRON_DOWN = "M5 9l7 7 7-7-1.5-1.5L12 13 6.5 7.5z";
    static final String BACK = "M15 5l-7 7 7 7 1.5-1.5L11 12l5.5-5.5z";
    static final String CLOSE =
            "M6.4 5L5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12 19"
                    + " 6.4 17.6 5 12 10.6z";

    private static final String LEFT_TO_RIGHT_MARK = "\u200e";

    private Nodes() {}

    /// One line of our own words, cut with an ellipsis where there is no room.
    static Label label(String text, String... styleClasses) {
        var label = new Label(text);
        label.setMinWidth(0);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// Shows words of others in a label: in the fonts and the direction that they need.
    static void put(Label label, String text) {
        label.setText(text);
        label.getStyleClass().remove(Folding.RIGHT_TO_LEFT);
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            label.getStyleClass().add(Folding.RIGHT_TO_LEFT);
        }
    }

    /// Shows a sentence of ours with words of others in it: it begins at the left even where such a
    /// word comes first.
    static void putSentence(Label label, String text) {
        put(label, text);
        if (label.getStyleClass().contains(Folding.RIGHT_TO_LEFT)) {
            label.setText(LEFT_TO_RIGHT_MARK + text);
        }
    }

    /// Words that go on in the next line.
    static Label paragraph(String text, double width, String... styleClasses) {
        var label = label("", styleClasses);
        Folding.put(label, text, width);
        label.setMaxWidth(width);
        return label;
    }

    static Button button(String text, Runnable action, String... styleClasses) {
        var button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styleClasses);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button that is a sign.
    ///
    /// @param says what an assistive technology reads
    static Button signButton(String drawing, String says, Runnable action) {
        var button = button("", action, "sign-button");
        button.setGraphic(Glyph.drawn(drawing, "sign"));
        button.setAccessibleText(says);
        return button;
    }

    static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        VBox.setVgrow(spacer, Priority.SOMETIMES);
        return spacer;
    }

    static HBox row(String styleClass, Node... children) {
        var row = new HBox(children);
        row.getStyleClass().add(styleClass);
        return row;
    }

    static VBox column(String styleClass, Node... children) {
        var column = new VBox(children);
        column.getStyleClass().add(styleClass);
        return column;
    }

    /// A column that takes the room that is left in a row.
    static VBox growing(String styleClass, Node... children) {
        var column = column(styleClass, children);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    static void visible(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
