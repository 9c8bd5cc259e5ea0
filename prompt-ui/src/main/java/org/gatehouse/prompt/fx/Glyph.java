package org.gatehouse.prompt.fx;

import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The few signs that the windows draw themselves, so that they look the same on every desktop.
public final class Glyph {

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
    private static final String MICROPHONE =
            "M12 2a3.5 3.5 0 0 0-3.5 3.5v6a3.5 3.5 0 0 0 7 0v-6A3.5 3.5 0 0 0 12 2zM5 10.5v1a7 7 0"
                    + " 0 0 6 6.9V22h2v-3.6a7 7 0 0 0 6-6.9v-1h-2v1a5 5 0 0 1-10 0v-1z";
    private static final String SPEAKER =
            "M4 9v6h4l5 5V4L8 9zm11.5-1.2v8.4a5 5 0 0 0 0-8.4zm0-4v2.1a7 7 0 0 1 0 12.2v2.1a9 9 0 0"
                    + " 0 0-16.4z";
    private static final String BELL =
            "M12 2.5a2 2 0 0 0-2 2v.3A6 6 0 0 0 6 10.5v5L4 17.5V18.5h16v-1l-2-2v-5a6 6 0 0"
                    + " 0-4-5.7v-.3a2 2 0 0 0-2-2zM9.8 19.8a2.2 2.2 0 0 0 4.4 0z";
    private static final String PICTURE =
            "M5 4a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2zm3 3.5a1.8 1.8 0 1"
                    + " 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM5 18l4.5-6 3 4 2.5-3 4 5z";
    private static final String SCREEN =
            "M4 4a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h6v2H7v2h10v-2h-3v-2h6a2 2 0 0 0 2-2V6a2 2 0 0"
                    + " 0-2-2zm0 2h16v9H4z";
    private static final String PLUG =
            "M12 2l-3 4h2v7.3L8.5 12V10h.8V7H6.2v3H7v2.5l4 2.2v2.6a2.5 2.5 0 1 0 2"
                    + " 0v-3.8l4-2.2V9h.8V6h-3v3h.7v1.3L13 11.6V6h2z";
    private static final String PAD =
            "M7 6.5a5 5 0 0 0-5 5v3.2A2.9 2.9 0 0 0 7.2 16.5l1-1.5h7.6l1 1.5A2.9 2.9 0 0"
                    + " 0 22 14.7v-3.2a5 5 0 0 0-5-5zM6 9h2v1.5h1.5v2H8V14H6v-1.5H4.5v-2H6zm10.8"
                    + ".2a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z";
    private static final String GAUGE =
            "M12 4A10 10 0 0 0 2 14v4h20v-4A10 10 0 0 0 12 4zm0 2a8 8 0 0 1 8 8v2h-6.2a2 2 0 0"
                    + " 0-.8-1.7L15.5 8.5l-1.2-.5L11.5 14a2 2 0 0 0-1.3 2H4v-2a8 8 0 0 1 8-8z";
    private static final Map<String, String> BY_ICON =
            Map.ofEntries(
                    Map.entry("find-location", PIN),
                    Map.entry("mark-location", PIN),
                    Map.entry("location", PIN),
                    Map.entry("camera", CAMERA),
                    Map.entry("camera-photo", SCREEN),
                    Map.entry("camera-web", CAMERA),
                    Map.entry("system-run", CLOCK),
                    Map.entry("audio-input-microphone", MICROPHONE),
                    Map.entry("audio-speakers", SPEAKER),
                    Map.entry("preferences-system-notifications", BELL),
                    Map.entry("preferences-desktop-wallpaper", PICTURE),
                    Map.entry("drive-harddisk-usb", PLUG),
                    Map.entry("applications-games", PAD),
                    Map.entry("preferences-system-time", GAUGE));

    private Glyph() {}

    /// The sign for what is asked for.
    ///
    /// @param icon a name of the icon theme; for one without a drawing it is a key
    static Region badge(String icon) {
        return drawn(path(icon), "badge");
    }

    /// The sign of an app that has no icon.
    static Region app() {
        return drawn(WINDOW, "app-glyph");
    }

    /// The sign for a class of permission, without anything around it.
    ///
    /// @param icon a name of the icon theme; for one without a drawing it is a key
    public static Region sign(String icon) {
        return drawn(path(icon), "sign");
    }

    /// The drawing for a name of the icon theme, a key where there is none.
    public static String path(String icon) {
        return BY_ICON.getOrDefault(icon.replace("-symbolic", ""), KEY);
    }

    /// A drawing of 24 by 24, such as `M2 2h20v20H2z`.
    ///
    /// @param styleClass of what is around it
    public static Region drawn(String path, String styleClass) {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("glyph");
        var node = new StackPane(shape);
        node.getStyleClass().add(styleClass);
        return node;
    }
}
