package org.gatehouse.settings.fx;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.SettingsSession;

/// The head of the window: back, where one is, search.
final class Head {

    private static final String SEARCH =
            "M10 3a7 7 0 1 0 4.2 12.6l5.1 5.1 1.4-1.4-5.1-5.1A7 7 0 0 0 10 3zm0 2a5 5 0 1 1 0 10"
                    + " 5 5 0 0 1 0-10z";
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final HBox head;
    private final Button back;
    private final Label title = Nodes.label("", "page-title");
    private final TextField search = new TextField();
    private final StackPane searchBox;

    /// @param downwards leaves the search for what was found
    Head(SettingsSession session, Runnable downwards) {
        back = Nodes.signButton(Nodes.BACK, "Back", session::back);
        search.setPromptText("Search");
        search.setAccessibleText("Search");
        search.textProperty()
                .subscribe(text -> {
                    if (!text.equals(session.model().query())) {
                        session.search(text);
                    }
                });
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        downwards.run();
                    }
                });
        var sign = Glyph.drawn(SEARCH, "search-sign");
        sign.setMouseTransparent(true);
        searchBox = new StackPane(search, sign);
        StackPane.setAlignment(sign, javafx.geometry.Pos.CENTER_LEFT);
        searchBox.getStyleClass().add("search");
        head = Nodes.row("head", back, title, Nodes.spacer(), searchBox);
    }

    HBox node() {
        return head;
    }

    void narrow(boolean is) {
        head.pseudoClassStateChanged(NARROW, is);
    }

    void show(Model model) {
        Nodes.visible(back, model.hasBack());
        Nodes.putSentence(title, title(model));
        Nodes.visible(searchBox, isSearched(model.page()) && model.status() == Model.Status.READY);
        if (!search.getText().equals(model.query())) {
            search.setText(model.query());
        }
    }

    void focusSearch() {
        if (searchBox.isVisible()) {
            search.requestFocus();
            search.selectAll();
        }
    }

    private static String title(Model model) {
        return switch (model.page()) {
            case Page.Apps() -> "Apps";
            case Page.App _ -> "App";
            case Page.Permissions() -> "Permissions";
            case Page.Permission _ -> "Permission";
            case Page.Now() -> "Right now";
            case Page.Waiting() -> "Waiting questions";
            case Page.Past(var filter) -> "History" + of(filter, model);
        };
    }

    private static String of(Filter filter, Model model) {
        return filter.app().map(key -> " of " + model.snapshot().app(key).name()).orElse("");
    }

    private static boolean isSearched(Page page) {
        return switch (page) {
            case Page.Apps(), Page.Permissions(), Page.Permission _, Page.Past _ -> true;
            case Page.App _, Page.Now(), Page.Waiting() -> false;
        };
    }
}
