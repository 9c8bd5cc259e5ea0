package org.gatehouse.prompt.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
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

    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final List<ChoiceView> choices = new ArrayList<>();

    PromptView(Prompt prompt, AppCard app) {
        var wording = prompt.wording();
        content.getStyleClass().add("content");
        content.getChildren().add(header(app, wording.icon()));
        content.getChildren().add(text(wording.title(), "title"));
        if (!wording.subtitle().isEmpty()) {
            content.getChildren().add(setApart(wording.quotation()));
        }
        for (var choice : prompt.choices()) {
            choices.add(ChoiceView.of(choice));
            content.getChildren().add(choices.getLast().node());
        }
        if (!wording.body().isEmpty()) {
            content.getChildren().add(text(wording.body(), "body"));
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
    double heightFor(double width) {
        return content.prefHeight(width);
    }

    List<Selection> selections() {
        return choices.stream().map(choice -> choice.selection().get()).toList();
    }

    private static Node header(AppCard app, String icon) {
        var picture = new StackPane(AppPicture.of(app.icon()));
        picture.getStyleClass().add("app-picture");
        if (!icon.isEmpty()) {
            picture.getChildren().add(Glyph.badge(icon));
        }
        var name = text(app.name(), "app-name");
        var detail = text(app.detail(), "app-id");
        var names = new VBox(name, detail);
        names.getStyleClass().add("app-names");
        HBox.setHgrow(names, Priority.ALWAYS);
        var header = new HBox(picture, names);
        header.getStyleClass().add("header");
        return header;
    }

    /// The subtitle never looks like a sentence of the system: a portal of another make passes on
    /// the app's words without saying so.
    private static Node setApart(Quotation quotation) {
        var box = new VBox();
        box.getStyleClass().add("quotation");
        if (quotation.isQuoted()) {
            box.getChildren().add(text(quotation.speaker(), "speaker"));
            box.getChildren().add(text("“" + quotation.words() + "”", "words"));
        } else {
            box.getChildren().add(text(quotation.words(), "words"));
        }
        VBox.setMargin(box, new Insets(0));
        return box;
    }

    private static Label text(String words, String styleClass) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMnemonicParsing(false);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
