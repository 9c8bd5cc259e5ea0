package org.gatehouse.prompt.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.Answer.Selection;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.Quotation;
import org.gatehouse.prompt.desktop.AppCard;

/// What is in a window: who asks, for what, in whose words, with which choices.
///
/// Who asks stands at the top and comes from the system alone. Everything but the buttons scrolls
/// when the screen is too small.
final class PromptView {

    private static final double EDGES = 56;
    private static final double PICTURE = 88;
    private static final double QUOTATION_EDGES = 30;

    /// Two tags in a line: so much of the width that no level's words are broken.
    private static final double TAGS_BESIDE_LEVELS = 0.6;

    private final VBox content = new VBox();
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final List<ChoiceView> choices;
    private final double width;

    /// Builds the content.
    ///
    /// @param windowWidth how wide the window is to be at least
    PromptView(Prompt prompt, AppCard app, double windowWidth) {
        width = windowWidth - EDGES;
        var wording = prompt.wording();
        choices = prompt.choices().stream().map(choice -> ChoiceView.of(choice, width)).toList();
        column.getStyleClass().add("choices");
        choices.forEach(choice -> column.getChildren().add(choice.node()));
        content.getStyleClass().add("content");
        content.getChildren().add(header(app, wording.icon()));
        content.getChildren().add(text(wording.title(), "title", width));
        if (!wording.subtitle().isEmpty()) {
            content.getChildren().add(setApart(wording.quotation()));
        }
        if (!choices.isEmpty()) {
            content.getChildren().add(column);
        }
        if (!wording.body().isEmpty()) {
            content.getChildren().add(text(wording.body(), "body", width));
        }
        scroll.getStyleClass().add("scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
    }

    Region node() {
        return scroll;
    }

    /// How high it wants to be at a width; the scroll pane itself does not ask its content.
    double heightFor(double windowWidth) {
        return content.prefHeight(windowWidth);
    }

    /// For a low screen and a wider window: a pair of choices stands side by side.
    void compact() {
        if (choices.size() == 2) {
            var row = new HBox();
            row.getStyleClass().add("choices");
            for (var choice : choices) {
                choice.narrow(width * TAGS_BESIDE_LEVELS);
                HBox.setHgrow(choice.node(), Priority.SOMETIMES);
                row.getChildren().add(choice.node());
            }
            content.getChildren().set(content.getChildren().indexOf(column), row);
        }
    }

    List<Selection> selections() {
        return choices.stream().map(choice -> choice.selection().get()).toList();
    }

    private Node header(AppCard app, String icon) {
        var picture = new StackPane(AppPicture.of(app.icon()));
        picture.getStyleClass().add("app-picture");
        if (!icon.isEmpty()) {
            picture.getChildren().add(Glyph.badge(icon));
        }
        var name = text(app.name(), "app-name", width - PICTURE);
        var detail = text(app.detail(), "app-id", width - PICTURE);
        var names = new VBox(name, detail);
        names.getStyleClass().add("app-names");
        HBox.setHgrow(names, Priority.ALWAYS);
        var header = new HBox(picture, names);
        header.getStyleClass().add("header");
        return header;
    }

    /// The subtitle never looks like a sentence of the system: a portal of another make passes on
    /// the app's words without saying so.
    private Node setApart(Quotation quotation) {
        var box = new VBox();
        box.getStyleClass().add("quotation");
        double inner = width - QUOTATION_EDGES;
        if (quotation.isQuoted()) {
            box.getChildren().add(text(quotation.speaker(), "speaker", inner));
            box.getChildren().add(text("“" + quotation.words() + "”", "words", inner));
        } else {
            box.getChildren().add(text(quotation.words(), "words", inner));
        }
        return box;
    }

    private static Label text(String words, String styleClass, double width) {
        var label = new Label();
        Folding.put(label, words, width);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
