package org.gatehouse.prompt.fx.files;

import javafx.scene.layout.Region;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.Place;
import org.gatehouse.prompt.fx.Glyph;

/// The signs of the chooser, drawings of 24 by 24 of our own: the same on every desktop, and none
/// that a file could choose for itself.
final class Signs {

    static final String BACK = "M15 5l-7 7 7 7 1.6-1.6L11.2 12l5.4-5.4z";
    static final String FORWARD = "M9 5l7 7-7 7-1.6-1.6L12.8 12 7.4 6.6z";
    static final String UP = "M12 6l-7 7 1.6 1.6 4.3-4.3V19h2.2v-8.7l4.3 4.3L19 13z";
    static final String LIST = "M4 5h16v2H4zm0 6h16v2H4zm0 6h16v2H4z";
    static final String GRID = "M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm9 0h7v7h-7z";
    static final String NEW_FOLDER =
            "M4 5a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-8l-2-2zm9 5h2v2.5h"
                    + "2.5v2H15V17h-2v-2.5h-2.5v-2H13z";
    static final String EYE =
            "M12 5C6.5 5 2.7 9.3 1.5 12c1.2 2.7 5 7 10.5 7s9.3-4.3 10.5-7C21.3 9.3 17.5 5 12 5zm0 2.5a4.5 4.5 0 1 1 0 9"
                    + " 4.5 4.5 0 0 1 0-9zm0 2a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z";
    static final String PENCIL =
            "M16.8 3.6a2 2 0 0 1 2.8 0l.8.8a2 2 0 0 1 0 2.8L9 18.6 4 20l1.4-5zM6.9 15.9l-.6 1.8 1.8-"
                    + ".6L17 8.2 15.8 7z";
    static final String FOLDER =
            "M4 5a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-8l-2-2z";
    static final String CLOCK =
            "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm-1 2v5.6l4.2"
                    + " 2.5 1-1.6-3.4-2V7z";
    private static final String PAGE =
            "M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z";
    private static final String CORNER = "m7.2 1.8V8H18z";
    private static final String PLAIN = PAGE + CORNER;
    private static final String TEXT = PLAIN + "M7 11h9v1.6H7zm0 3h9v1.6H7zm0 3h6v1.6H7z";
    private static final String PICTURE =
            "M5 4a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2zm3 3.5a1.8 1.8 0 1"
                    + " 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM5 18l4.5-6 3 4 2.5-3 4 5z";
    private static final String NOTE =
            "M9 4v10.3A3.4 3.4 0 1 0 11 17.4V8h7v5.3a3.4 3.4 0 1 0 2 3.1V4z";
    private static final String FILM =
            "M4 5a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h16a1 1 0 0 0 1-1V6a1 1 0 0 0-1-1zm1 2h2v2H5zm12 0h2"
                    + "v2h-2zM5 11h2v2H5zm12 0h2v2h-2zM5 15h2v2H5zm12 0h2v2h-2zM10 8.5l5 3.5-5 3.5z";
    private static final String PARCEL =
            "M3 4h18v4H3zm1 5h16v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zm5 2v2h6v-2z";
    private static final String CODE =
            "M8.6 6.2L2.8 12l5.8 5.8L10 16.4 5.6 12 10 7.6zm6.8 0L14 7.6l4.4 4.4-4.4 4.4 1.4 1.4 5.8"
                    + "-5.8z";
    private static final String HOUSE = "M12 3L2.5 11.5H5V20h5v-6h4v6h5v-8.5h2.5z";
    private static final String SCREEN =
            "M4 4a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h6v2H7v2h10v-2h-3v-2h6a2 2 0 0 0 2-2V6a2 2 0 0"
                    + " 0-2-2zm0 2h16v9H4z";
    private static final String ARROW =
            "M11 3h2v9l3.6-3.6L18 9.8 12 16 6 9.8l1.4-1.4L11 12zM4 18h16v2H4z";
    private static final String STICK =
            "M8 3h8v5h1a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2h1zm2 2v3h4V5z";
    private static final String DISK =
            "M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zm13 9a1.5 1.5 0 1 "
                    + "0 0 3 1.5 1.5 0 0 0 0-3zM4 7v5h16V7z";
    private static final String RIBBON = "M7 3h10a1 1 0 0 1 1 1v17l-6-4-6 4V4a1 1 0 0 1 1-1z";
    private static final String PLUG = "M11 3h2v6h-2zm-6 9h14v2H5zm6 4h2v5h-2z";

    private Signs() {}

    /// The sign of something in a folder.
    ///
    /// @param type its MIME type
    static Region of(Entry entry, String type, String size) {
        var family = family(entry, type);
        var sign = Glyph.drawn(path(family), size);
        sign.getStyleClass().addAll("sign", "family-" + family);
        return sign;
    }

    static Region of(Place place) {
        return Glyph.drawn(path(place.kind()), "place-sign");
    }

    /// A word for the sort of thing, which is a style class as well.
    static String family(Entry entry, String type) {
        return switch (entry.kind()) {
            case FOLDER -> "folder";
            case OTHER -> "other";
            case FILE -> family(type);
        };
    }

    private static String family(String type) {
        int slash = type.indexOf('/');
        return switch (type.substring(0, Math.max(0, slash))) {
            case "image" -> "image";
            case "audio" -> "audio";
            case "video" -> "video";
            case "text" -> type.startsWith("text/x-") ? "code" : "text";
            default -> application(type);
        };
    }

    private static String application(String type) {
        if (type.contains("zip")
                || type.contains("tar")
                || type.contains("compress")
                || type.contains("archive")
                || type.endsWith("package")) {
            return "archive";
        }
        if (type.contains("pdf")
                || type.contains("document")
                || type.contains("msword")
                || type.contains("sheet")
                || type.contains("presentation")) {
            return "text";
        }
        boolean code = type.contains("script") || type.contains("json") || type.contains("xml");
        return code ? "code" : "plain";
    }

    private static String path(String family) {
        return switch (family) {
            case "folder" -> FOLDER;
            case "image" -> PICTURE;
            case "audio" -> NOTE;
            case "video" -> FILM;
            case "text" -> TEXT;
            case "code" -> CODE;
            case "archive" -> PARCEL;
            case "other" -> PLUG;
            default -> PLAIN;
        };
    }

    private static String path(Place.Kind kind) {
        return switch (kind) {
            case HOME -> HOUSE;
            case DESKTOP -> SCREEN;
            case DOCUMENTS -> TEXT;
            case DOWNLOADS -> ARROW;
            case MUSIC -> NOTE;
            case PICTURES -> PICTURE;
            case VIDEOS -> FILM;
            case FOLDER -> FOLDER;
            case BOOKMARK -> RIBBON;
            case MEDIUM -> STICK;
            case SYSTEM -> DISK;
        };
    }
}
