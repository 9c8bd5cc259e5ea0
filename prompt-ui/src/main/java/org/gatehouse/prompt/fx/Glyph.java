package org.gatehouse.prompt.fx;

import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The few signs that the windows draw themselves, so that they look the same on every desktop.
final class Glyph {

    private static final String PIN =
            "M12 2C8.1 2 5 5.1 5 9c0 5.2 7 13 7 13s7-7.8 7-13c0-3.9-3.1-7-7-7zm0 9.5"
                    + "a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5z";
    private static final String CAMERA =
            "M9.4 5L8 6.8H5A2 2 0 0 0 3 8.8v8.4a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V8.8a2 2 0 0 0-2-2h-3"
                    + "L14.6 5zM12 9a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm0 1.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0"
                    + " 0 0 0-4.4z";
    private static final String CLOCK =
            "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm-1 2v5.6l4.2"
                    + " 2.5 1-1.6-3.4-2V7z";
    private static final String KEY =
            "M8 7a5 5 0 1 0 4.6 7H15v3h3v-3h3v-4h-8.4A5 5 0 0 0 8 7zm0 3.2a1.8 1.8 0 1 1 0 3.6 1.8"
                    + " 1.8 0 0 1 0-3.6z";
    private static final String WINDOW =
            "M5 4a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2zm0 5h14v9H5zM5.5"
                    + " 5.6a1 1 0 1 1 0 2 1 1 0 0 1 0-2zm3.2 0a1 1 0 1 1 0 2 1 1 0 0 1 0-2z";
    private static final Map<String, String> BY_ICON =
            Map.of(
                    "find-location", PIN,
                    "mark-location", PIN,
                    "location", PIN,
                    "camera", CAMERA,
                    "camera-photo", CAMERA,
                    "camera-web", CAMERA,
                    "system-run", CLOCK,
                    "preferences-system-time", CLOCK);

    private Glyph() {}

    /// The sign for what is asked for.
    ///
    /// @param icon a name of the icon theme; for one without a drawing it is a key
    static Region badge(String icon) {
        return drawn(BY_ICON.getOrDefault(icon.replace("-symbolic", ""), KEY), "badge");
    }

    /// The sign of an app that has no icon.
    static Region app() {
        return drawn(WINDOW, "app-glyph");
    }

    private static Region drawn(String path, String styleClass) {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("glyph");
        var node = new StackPane(shape);
        node.getStyleClass().add(styleClass);
        return node;
    }
}
