package org.gatehouse.settings.fx;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.gatehouse.settings.AppRow;

/// The icon of an app, or until it is read, and where there is none, the first letter of its name.
final class AppIcon extends StackPane {

    private static final int TINTS = 6;

    private final AppIcons icons;
    private final ImageView picture = new ImageView();
    private final Label letter = new Label();
    private String shown = "";

    AppIcon(AppIcons icons, double size) {
        this.icons = icons;
        getStyleClass().add("app-icon");
        setMinSize(size, size);
        setMaxSize(size, size);
        letter.setStyle("-fx-font-size: " + size * 0.46 + "px");
        picture.setFitWidth(size);
        picture.setFitHeight(size);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        getChildren().addAll(letter, picture);
    }

    void show(AppRow app) {
        var id = app.key() + app.icon() + app.name();
        if (id.equals(shown)) {
            return;
        }
        shown = id;
        picture.setImage(null);
        letter.setVisible(true);
        letter.setText(first(app.name()));
        tint(Math.floorMod(app.key().app().hashCode(), TINTS));
        icons.find(
                app,
                image -> {
                    if (id.equals(shown)) {
                        picture.setImage(image);
                        letter.setVisible(false);
                        tint(-1);
                    }
                });
    }

    private static String first(String name) {
        return name.isEmpty()
                ? ""
                : new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
    }

    private void tint(int wanted) {
        for (int tint = 0; tint < TINTS; tint++) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass("tint" + tint), tint == wanted);
        }
    }
}
