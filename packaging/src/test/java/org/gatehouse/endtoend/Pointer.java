package org.gatehouse.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A person's hand on a window of a desktop: moves the real pointer of its display.
///
/// @param window the X11 id
record Pointer(Desktop desktop, String window) {

    /// Waits until a window of this WM_CLASS is on the display.
    static Pointer awaitWindow(Desktop desktop, String wmClass) throws InterruptedException {
        var found = new ArrayList<Pointer>();
        Desktop.await(
                "a window of " + wmClass,
                () -> {
                    found.addAll(visible(desktop, wmClass));
                    return !found.isEmpty();
                });
        return found.getFirst();
    }

    /// Clicks Allow in our dialog as soon as it takes clicks.
    ///
    /// The window is looked for each time: the one seen first may be gone again.
    static void allow(Desktop desktop, Program app) throws InterruptedException {
        Desktop.await(
                "the app has an answer",
                () -> {
                    for (var dialog : visible(desktop, "gatehouse")) {
                        dialog.clickFromBottomRight(80, 40);
                    }
                    return app.output().contains("response");
                });
    }

    /// Clicks Stop it in our notice of an app that runs in the background, until the app has ended.
    static void stop(Desktop desktop, Program app) throws InterruptedException {
        Desktop.await(
                "the app has ended",
                () -> {
                    for (var notice : visible(desktop, "gatehouse")) {
                        notice.clickFromBottomLeft(80, 32);
                    }
                    return !app.isAlive();
                });
    }

    /// Clicks the first file of our file chooser, or the folder that is open if `row` is none, and
    /// the button that picks it, until the app has an answer.
    ///
    /// @param row its y, in pixels from the top; 0 for none
    static void pick(Desktop desktop, Program app, int row) throws InterruptedException {
        Desktop.await(
                "the app has an answer",
                () -> {
                    for (var chooser : visible(desktop, "gatehouse")) {
                        if (row > 0) {
                            chooser.click(420, row);
                        }
                        chooser.clickFromBottomRight(80, 36);
                    }
                    return app.output().contains("response");
                });
    }

    private static List<Pointer> visible(Desktop desktop, String wmClass)
            throws InterruptedException {
        var search = desktop.start("xdotool", "search", "--onlyvisible", "--class", wmClass);
        search.awaitEnd();
        return search.output().lines().map(window -> new Pointer(desktop, window)).toList();
    }

    /// Clicks at a place in pixels from the window's upper left corner.
    void click(int x, int y) throws InterruptedException {
        // a window that has just gone takes no click, and needs none
        desktop.start(
                        "xdotool",
                        "mousemove",
                        "--window",
                        window,
                        Integer.toString(x),
                        Integer.toString(y),
                        "sleep",
                        "0.3",
                        "click",
                        "1",
                        "sleep",
                        "0.3")
                .awaitEnd();
    }

    void clickFromBottomRight(int x, int y) throws InterruptedException {
        var geometry = desktop.start("xdotool", "getwindowgeometry", "--shell", window);
        if (geometry.awaitEnd() == 0) {
            var text = geometry.output();
            click(number(text, "WIDTH=") - x, number(text, "HEIGHT=") - y);
        }
    }

    void clickFromBottomLeft(int x, int y) throws InterruptedException {
        var geometry = desktop.start("xdotool", "getwindowgeometry", "--shell", window);
        if (geometry.awaitEnd() == 0) {
            click(x, number(geometry.output(), "HEIGHT=") - y);
        }
    }

    private static int number(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key))
                .flatMap(line -> Stream.of(Integer.valueOf(line.substring(key.length()))))
                .findFirst()
                .orElseThrow();
    }
}
