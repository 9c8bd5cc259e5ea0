package org.gatehouse.prompt.x11;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.prompt.service.PromptProcess;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;

/// A session with an X server and openbox on it, and a person with a pointer and keys.
final class Desktop implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    final PrivateBus session = PrivateBus.start();
    final String display;

    Desktop() {
        this("1280x800");
    }

    /// @param screen its width and height, such as `1280x800`
    Desktop(String screen) {
        display = ":" + startServer(screen);
        session.spawn(
                session.builder(Map.of("DISPLAY", display), "openbox")
                        .redirectErrorStream(true)
                        .redirectOutput(session.folder().resolve("openbox.log").toFile()));
        Await.until(
                "the window manager is there",
                START,
                () -> property("root", "_NET_SUPPORTING_WM_CHECK").contains("0x"));
    }

    /// Without `-noreset` the server starts anew whenever its last client leaves, and takes along a
    /// window manager that is just connecting.
    private String startServer(String screen) {
        var number = session.folder().resolve("display");
        var command =
                List.of(
                        "sh",
                        "-c",
                        "exec Xvfb -noreset -displayfd 3 -screen 0 "
                                + screen
                                + "x24 -nolisten tcp 3>"
                                + number);
        session.spawn(session.builder(Map.of(), command.toArray(String[]::new)));
        Await.until("the X server is there", START, () -> read(number).endsWith("\n"));
        return read(number).strip();
    }

    /// Starts the prompt role.
    Process prompt() {
        return prompt(1);
    }

    /// Starts the prompt role with everything `scale` times as large.
    Process prompt(int scale) {
        return PromptProcess.start(session, Map.of("DISPLAY", display, "GDK_SCALE", "" + scale));
    }

    /// Runs a program and returns what it prints.
    String run(String... command) {
        return session.run(Map.of("DISPLAY", display), command).out();
    }

    void xdotool(String... arguments) {
        run(Stream.concat(Stream.of("xdotool"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    /// A property as xprop prints it.
    ///
    /// @param window an id, or `root`
    String property(String window, String name) {
        return window.equals("root")
                ? run("xprop", "-root", name)
                : run("xprop", "-id", window, name);
    }

    /// The windows that the window manager knows, oldest first.
    List<String> windows() {
        var line = property("root", "_NET_CLIENT_LIST");
        var ids = new ArrayList<String>();
        for (var word : line.replaceAll(".*#", "").split("[,\\s]+")) {
            if (word.startsWith("0x")) {
                ids.add(word);
            }
        }
        return ids;
    }

    /// Waits for a window that is not among the ones before.
    String newWindow(List<String> before) {
        Await.until("a window appears", () -> !added(before).isEmpty());
        return added(before).getFirst();
    }

    private List<String> added(List<String> before) {
        return windows().stream().filter(window -> !before.contains(window)).toList();
    }

    String activeWindow() {
        return property("root", "_NET_ACTIVE_WINDOW").replaceAll(".*# ", "").strip();
    }

    void activate(String window) {
        Await.until(
                "the window has the focus",
                () -> {
                    xdotool("windowactivate", window);
                    return activeWindow().equals(window);
                });
    }

    /// Clicks near the lower edge of a window, where its buttons are, one after another. Does
    /// nothing where the window has gone.
    ///
    /// @param shares of the width: a quarter for Deny, three quarters for Allow
    void clickButtons(String window, int[] size, double... shares) {
        var arguments = new ArrayList<String>();
        for (double share : shares) {
            var x = "" + (int) (size[0] * share);
            var y = "" + (size[1] - 38);
            arguments.addAll(List.of("mousemove", "--window", window, x, y, "click", "1"));
        }
        xdotool(arguments.toArray(String[]::new));
    }

    /// Width and height.
    int[] size(String window) {
        var shell = run("xdotool", "getwindowgeometry", "--shell", window);
        return new int[] {number(shell, "WIDTH"), number(shell, "HEIGHT")};
    }

    private static int number(String shell, String name) {
        return shell.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + shell));
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
