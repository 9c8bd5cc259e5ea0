package org.gatehouse.settings.fx;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gatehouse.prompt.fx.Looks;
import org.gatehouse.settings.Model;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.SettingsSession;
import org.gatehouse.settings.Times;

/// The window: the pages at the side, the head, one page, the line at the foot.
final class SettingsWindow {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 700;
    private static final double LEAST_WIDTH = 420;
    private static final double LEAST_HEIGHT = 300;
    private static final double NARROW = 760;
    private static final double FRAME = 40;

    /// The toolkit's own font size where the person has not chosen a larger or smaller one.
    private static final double USUAL_FONT = 13;

    private static final double FONT = 14.5;

    private final Desk desk;
    private final Stage stage;
    private final Sidebar sidebar;
    private final Head head;
    private final MessageBar message;
    private final StackPane place = new StackPane();
    private final Map<Class<?>, PageView> pages = new HashMap<>();
    private final ServiceState state;

    /// @param sessions makes the session of the window, which is given what it shows to
    SettingsWindow(
            Stage stage,
            Function<Consumer<Model>, SettingsSession> sessions,
            AppIcons icons,
            Clock clock) {
        this.stage = stage;
        var session = sessions.apply(this::show);
        desk = new Desk(session, icons, new Phrases(new Times(clock)));
        sidebar = new Sidebar(session);
        head = new Head(session, this::focusPage);
        message = new MessageBar(session);
        state = new ServiceState(session);
        place.getStyleClass().add("place-of-page");
        VBox.setVgrow(place, Priority.ALWAYS);
        var main = new VBox(head.node(), place, message.node());
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        main.getStyleClass().add("main");
        var root = new HBox(sidebar.node(), main);
        root.getStyleClass().add("settings");
        root.setStyle("-fx-font-size: " + fontSize() + "px");
        stage.setTitle("Permissions – Gatehouse");
        stage.setScene(scene(root));
        Keys.attach(stage.getScene(), session, head, sidebar);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
    }

    private Scene scene(Region root) {
        Rectangle2D area = Screen.getPrimary().getVisualBounds();
        var scene =
                new Scene(
                        root,
                        Math.min(WIDTH, area.getWidth()),
                        Math.min(HEIGHT, area.getHeight() - FRAME));
        Looks.dress(scene, SettingsWindow.class, "settings.css");
        scene.widthProperty().subscribe(width -> narrow(root, width.doubleValue() < NARROW));
        return scene;
    }

    private void narrow(Region root, boolean is) {
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), is);
        sidebar.narrow(is);
        head.narrow(is);
    }

    /// Follows the size that the person has chosen for the desktop's font.
    private static double fontSize() {
        double chosen = Font.getDefault().getSize() / USUAL_FONT;
        return FONT * Math.clamp(chosen, 0.8, 2.5);
    }

    /// Begins to read what is shown.
    void start() {
        desk.session().start();
    }

    /// Shows a page, from the top.
    void go(Page page) {
        switch (page) {
            case Page.App _ -> {
                desk.session().open(new Page.Apps());
                desk.session().deeper(page);
            }
            case Page.Permission _ -> {
                desk.session().open(new Page.Permissions());
                desk.session().deeper(page);
            }
            case Page.Apps(), Page.Permissions(), Page.Now(), Page.Waiting(), Page.Past _ ->
                    desk.session().open(page);
        }
    }

    private void show(Model model) {
        sidebar.show(model);
        head.show(model);
        message.show(model.message());
        switch (model.status()) {
            case READY -> showPage(model);
            case LOADING, GONE, REFUSED -> put(state.of(model.status()));
        }
    }

    private void showPage(Model model) {
        var page = view(model.page());
        page.show(model);
        put((Region) page.node());
    }

    private void put(Region node) {
        if (!place.getChildren().contains(node)) {
            place.getChildren().setAll(node);
        }
    }

    private PageView view(Page page) {
        return pages.computeIfAbsent(page.getClass(), _ -> made(page));
    }

    private PageView made(Page page) {
        return switch (page) {
            case Page.Apps() -> new AppsPage(desk);
            case Page.App _ -> new AppPage(desk);
            case Page.Permissions() -> new PermissionsPage(desk);
            case Page.Permission _ -> new PermissionPage(desk);
            case Page.Now() -> new NowPage(desk);
            case Page.Waiting() -> new WaitingPage(desk);
            case Page.Past _ -> new PastPage(desk);
        };
    }

    private void focusPage() {
        var page = pages.get(desk.session().model().page().getClass());
        if (page != null) {
            page.first().requestFocus();
        }
    }

    Stage stage() {
        return stage;
    }
}
