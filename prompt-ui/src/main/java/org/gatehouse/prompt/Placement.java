package org.gatehouse.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where a new window goes: as near to the wanted place as it can, but with its buttons neither
/// over nor under the buttons of another.
///
/// A double click that answers one question must not reach the next one. Units: pixels of the
/// toolkit.
public final class Placement {

    private static final int STEP = 16;
    private static final int MARGIN = 16;

    private Placement() {}

    /// A rectangle on the screen.
    public record Box(double x, double y, double width, double height) {

        Box movedTo(double newX, double newY) {
            return new Box(newX, newY, width, height);
        }

        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /// The middle of the screen, where a dialog wants to be.
    public static Box middle(Box screen, Box window) {
        double x = screen.x() + Math.max(0, (screen.width() - window.width()) / 2);
        double y = screen.y() + Math.max(0, (screen.height() - window.height()) / 2);
        return window.movedTo(Math.floor(x), Math.floor(y));
    }

    /// The lower corner of the screen, where a notice wants to be.
    public static Box corner(Box screen, Box window, boolean left) {
        double room = Math.max(0, screen.width() - window.width() - MARGIN);
        double x = screen.x() + (left ? Math.min(MARGIN, room) : room);
        double y = screen.y() + Math.max(0, screen.height() - window.height() - MARGIN);
        return window.movedTo(Math.floor(x), Math.floor(y));
    }

    /// Finds a place.
    ///
    /// @param wanted the new window where it wants to be
    /// @param buttons the strip with its buttons, relative to the window
    /// @param others the strips of the windows on the screen, absolute
    /// @return the window in its place; empty if there is none without an overlap
    public static Optional<Box> find(Box screen, Box wanted, Box buttons, List<Box> others) {
        if (others.isEmpty()) {
            return Optional.of(wanted);
        }
        return Stream.concat(Stream.of(wanted), grid(screen, wanted))
                .sorted(Comparator.comparingDouble(box -> distance(box, wanted)))
                .filter(box -> others.stream().noneMatch(strip(box, buttons)::meets))
                .findFirst();
    }

    private static Box strip(Box window, Box buttons) {
        return buttons.movedTo(window.x() + buttons.x(), window.y() + buttons.y());
    }

    private static double distance(Box one, Box other) {
        return Math.hypot(one.x - other.x, one.y - other.y);
    }

    private static Stream<Box> grid(Box screen, Box window) {
        int columns = (int) ((screen.width - window.width) / STEP);
        int rows = (int) ((screen.height - window.height) / STEP);
        return IntStream.rangeClosed(0, columns)
                .boxed()
                .flatMap(column ->
                        IntStream.rangeClosed(0, rows)
                                .mapToObj(row -> cell(screen, window, column, row)));
    }

    private static Box cell(Box screen, Box window, int column, int row) {
        return window.movedTo(screen.x + (double) column * STEP, screen.y + (double) row * STEP);
    }
}
