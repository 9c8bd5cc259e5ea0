package org.gatehouse.endtoend;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// A person in front of the settings window, who sees switches and clicks them.
///
/// Nothing in the window helps: a switch is found by its colour on a picture of the screen.
final class SettingsHand {

    static final String NAME = "org.gatehouse.Settings";
    private static final String PATH = "/org/gatehouse/Settings";

    /// The colours of a switch in the light look; the second is that below the pointer.
    private static final List<Integer> ON = List.of(0x2F5BB7);

    private static final List<Integer> OFF = List.of(0x80848D, 0x5A606C);

    /// Switches stand at the right edge.
    private static final int EDGE = 130;

    private static final int LEAST_PIXELS = 150;

    private final Desktop desktop;
    private final Program window;

    private SettingsHand(Desktop desktop, Program window) {
        this.desktop = desktop;
        this.window = window;
    }

    /// Starts the window from the class path and waits until it is on the screen.
    static SettingsHand open(Desktop desktop) throws InterruptedException {
        var hand = new SettingsHand(desktop, start(desktop));
        desktop.awaitOwner(NAME);
        Desktop.await("the window is shown", () -> hand.id().isPresent());
        return hand;
    }

    /// Starts the program as a person does.
    static Program start(Desktop desktop) {
        return program(desktop, "gatehouse-settings");
    }

    /// A program of the image, run from the class path.
    static Program program(Desktop desktop, String name) {
        return desktop.start(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gatehouse.launcher.Main",
                name,
                "production");
    }

    Program process() {
        return window;
    }

    /// Opens a grant, as a notification does.
    void showGrant(String permission, String kind, String app) throws InterruptedException {
        var words = "[<'%s'>, <'%s'>, <'%s'>]".formatted(permission, kind, app);
        desktop.call(
                NAME,
                PATH,
                "org.freedesktop.Application.ActivateAction",
                "show-grant",
                words,
                "@a{sv} {}");
    }

    /// Clicks the uppermost switch that is on, with the pointer.
    void clickSwitchThatIsOn() throws InterruptedException {
        click(ON);
    }

    /// Clicks the uppermost switch that is off.
    void clickSwitchThatIsOff() throws InterruptedException {
        click(OFF);
    }

    /// Waits until a switch that is on, or else one that is off, is seen.
    void awaitSwitch(boolean on) throws InterruptedException {
        Desktop.await("a switch is " + on, () -> place(on ? ON : OFF).isPresent());
    }

    /// Presses keys one after another, such as `Tab` or `ctrl+3`.
    void press(String... keys) throws InterruptedException {
        var command = Stream.concat(Stream.of("xdotool", "key", "--delay", "80"), Stream.of(keys));
        desktop.run(command.toArray(String[]::new));
    }

    private void click(List<Integer> colours) throws InterruptedException {
        var found = new ArrayList<int[]>();
        Desktop.await(
                "a switch is seen",
                () -> {
                    place(colours).ifPresent(found::add);
                    return !found.isEmpty();
                });
        var place = found.getFirst();
        new Pointer(desktop, id().orElseThrow()).click(place[0], place[1]);
    }

    private Optional<String> id() throws InterruptedException {
        var search =
                desktop.start("xdotool", "search", "--onlyvisible", "--name", "Permissions – Gate");
        search.awaitEnd();
        return search.output().lines().filter(line -> line.matches("\\d+")).findFirst();
    }

    /// The middle of the uppermost patch of these colours at the right edge.
    private Optional<int[]> place(List<Integer> colours) throws InterruptedException {
        var picture = picture();
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        var image = picture.get();
        var points = new ArrayList<int[]>();
        for (int y = 0; y < image.getHeight() && !isPast(points, y); y++) {
            for (int x = Math.max(0, image.getWidth() - EDGE); x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, y);
                if (colours.stream().anyMatch(colour -> isNear(pixel, colour))) {
                    points.add(new int[] {x, y});
                }
            }
        }
        return points.size() < LEAST_PIXELS ? Optional.empty() : Optional.of(middle(points));
    }

    /// Patches that are smaller than a switch are passed over.
    private static boolean isPast(List<int[]> points, int y) {
        boolean gap = !points.isEmpty() && y > points.getLast()[1] + 2;
        if (gap && points.size() < LEAST_PIXELS) {
            points.clear();
            return false;
        }
        return gap;
    }

    private static int[] middle(List<int[]> points) {
        int x = (int) points.stream().mapToInt(point -> point[0]).average().orElse(0);
        int y = (int) points.stream().mapToInt(point -> point[1]).average().orElse(0);
        return new int[] {x, y};
    }

    private static boolean isNear(int one, int other) {
        return distance(one >> 16, other >> 16)
                        + distance(one >> 8, other >> 8)
                        + distance(one, other)
                < 24;
    }

    private static int distance(int one, int other) {
        return Math.abs((one & 0xFF) - (other & 0xFF));
    }

    private Optional<BufferedImage> picture() throws InterruptedException {
        var window = id();
        if (window.isEmpty()) {
            return Optional.empty();
        }
        var file = desktop.folder().resolve("settings.png");
        desktop.start("import", "-window", window.get(), file.toString()).awaitEnd();
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile()));
        } catch (IOException e) {
            return Optional.empty(); // the window has just gone
        }
    }
}
