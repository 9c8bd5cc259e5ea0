package org.gatehouse.prompt.fx.files;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.files.Gain;
import org.gatehouse.prompt.fx.AppPicture;

/// Who asks and for what, in our words; and beside it the app's words for it, set apart.
final class Header {

    final HBox node = new HBox();

    Header(Asked asked) {
        var picture = new StackPane(AppPicture.of(asked.app().icon()));
        picture.getStyleClass().add("app-picture");
        var question =
                line(asked.app().name() + " – " + Gain.question(asked.question().mode()), "asks");
        var id = line(asked.app().detail(), "app-id");
        var words = new VBox(question, id);
        words.getStyleClass().add("who");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        node.getStyleClass().add("chooser-header");
        node.getChildren().addAll(picture, words);
        var title = asked.question().words().title();
        if (!title.isEmpty()) {
            node.getChildren().add(quotation(title));
        }
    }

    private static VBox quotation(String title) {
        var says = line("The app says", "speaker");
        var words = line("“" + title + "”", "words");
        var box = new VBox(says, words);
        box.getStyleClass().add("quotation");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static Label line(String text, String styleClass) {
        var label = new Label(text);
        label.setMnemonicParsing(false);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        Words.mark(label, text);
        return label;
    }
}
