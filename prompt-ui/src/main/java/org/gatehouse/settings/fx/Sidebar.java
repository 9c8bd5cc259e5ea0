package org.gatehouse.settings.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gatehouse.prompt.fx.Glyph;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.SettingsSession;

/// The pages at the top, one below the other; the arrow keys walk through them.
final class Sidebar {

    static final String APPS = "M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm9 0h7v7h-7z";
    static final String PERMISSIONS =
            "M12 2L4 5v6c0 5 3.4 9.6 8 11 4.6-1.4 8-6 8-11V5zm-1.2 13.5l-3.5-3.5 1.4-1.4"
                    + " 2.1 2.1 4.6-4.6 1.4 1.4z";
    static final String NOW =
            "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0"
                    + " 14 7 7 0 0 1 0-14z";
    static final String WAITING =
            "M4 4h16v12H9l-5 4.5zm7 9v2h2v-2zm1-7.5c-1.9 0-3.2 1.2-3.3 2.9h1.8c.1-.8.6-1.3"
                    + " 1.5-1.3.8 0 1.4.5 1.4 1.2 0 .6-.3.9-1 1.4-.9.6-1.3 1.1-1.3"
                    + " 2.2v.3h1.7v-.2c0-.6.2-.8 1-1.4.8-.5 1.4-1.2 1.4-2.3 0-1.7-1.3-2.8-3.2-2.8z";
    static final String PAST =
            "M13 3a9 9 0 0 0-9 9H1l4 4.2L9 12H6a7 7 0 1 1 2.1 5l-1.4 1.4A9 9 0 1 0 13 3zm-1 5v5l4.2"
                    + " 2.5.8-1.3-3.5-2.1V8z";
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final VBox column;
    private final Map<Page, ToggleButton> buttons = new LinkedHashMap<>();
    private final Label now = Nodes.label("", "count");
    private final Label waiting = Nodes.label("", "count", "waiting");

    Sidebar(SettingsSession session) {
        column = Nodes.column("sidebar", Nodes.label("Gatehouse", "brand"));
        add(new Page.Apps(), "_Apps", APPS, session);
        add(new Page.Permissions(), "_Permissions", PERMISSIONS, session);
        add(new Page.Now(), "Right _now", NOW, session);
        add(new Page.Waiting(), "_Waiting", WAITING, session);
        add(new Page.Past(Filter.ALL), "_History", PAST, session);
        count(new Page.Now(), now);
        count(new Page.Waiting(), waiting);
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    private void add(Page page, String words, String drawing, SettingsSession session) {
        var button = new ToggleButton(words);
        button.setMnemonicParsing(true);
        button.getStyleClass().add("place");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setGraphic(Nodes.row("place-graphic", Glyph.drawn(drawing, "sign")));
        button.setAccessibleText(words.replace("_", ""));
        button.setOnAction(_ -> {
            button.setSelected(true);
            session.open(page);
        });
        buttons.put(page, button);
        column.getChildren().add(button);
    }

    private void count(Page page, Label count) {
        var button = buttons.get(page);
        if (button != null) {
            var place = column.getChildren().indexOf(button);
            count.setMouseTransparent(true);
            count.setMinWidth(Region.USE_PREF_SIZE);
            var both = new StackPane(button, count);
            StackPane.setAlignment(count, javafx.geometry.Pos.CENTER_RIGHT);
            column.getChildren().add(place, both);
        }
    }

    VBox node() {
        return column;
    }

    /// Signs only, where the window is narrow.
    void narrow(boolean is) {
        column.pseudoClassStateChanged(NARROW, is);
        buttons.values()
                .forEach(button ->
                        button.setContentDisplay(
                                is ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }

    void show(Model model) {
        var top = model.trail().getFirst();
        buttons.forEach((page, button) -> button.setSelected(isBelow(page, top)));
        boolean ready = model.status() == Model.Status.READY;
        var snapshot = model.snapshot();
        number(now, ready ? snapshot.uses().size() + snapshot.hidden().size() : 0);
        number(waiting, ready ? snapshot.waiting().size() : 0);
    }

    private static boolean isBelow(Page page, Page top) {
        return switch (top) {
            case Page.App _ -> page instanceof Page.Apps;
            case Page.Permission _ -> page instanceof Page.Permissions;
            case Page.Past _ -> page instanceof Page.Past;
            case Page.Apps(), Page.Permissions(), Page.Now(), Page.Waiting() -> page.equals(top);
        };
    }

    private static void number(Label count, int number) {
        count.setText(Integer.toString(number));
        Nodes.visible(count, number > 0);
    }

    /// Opens one of the pages by its number.
    ///
    /// @param number from 0
    void open(int number) {
        buttons.values().stream().skip(number).findFirst().ifPresent(ToggleButton::fire);
    }

    void focus() {
        buttons.values().stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .ifPresent(ToggleButton::requestFocus);
    }

    private void step(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP;
        if (up || event.getCode() == KeyCode.DOWN) {
            event.consume();
            var all = buttons.values().stream().toList();
            int now =
                    all.stream()
                            .filter(ToggleButton::isFocused)
                            .map(all::indexOf)
                            .findFirst()
                            .orElse(0);
            var next = all.get(Math.clamp(up ? now - 1 : now + 1, 0, all.size() - 1));
            next.requestFocus();
            next.fire();
        }
    }
}
