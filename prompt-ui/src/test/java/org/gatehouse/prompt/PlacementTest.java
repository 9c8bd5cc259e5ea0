package org.gatehouse.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.prompt.Placement.Box;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Box SCREEN = new Box(0, 0, 1280, 800);
    private static final Box WINDOW = new Box(0, 0, 480, 560);
    private static final Box BUTTONS = new Box(0, 480, 480, 80);

    @Test
    void putsTheOnlyWindowIntoTheMiddle() {
        assertThat(Placement.find(SCREEN, WINDOW, BUTTONS, List.of()))
                .hasValue(new Box(400, 120, 480, 560));
    }

    @Test
    void putsAWindowThatIsTooLargeAtTheEdge() {
        var large = new Box(0, 0, 2000, 1000);

        assertThat(Placement.find(SCREEN, large, BUTTONS, List.of()))
                .hasValue(new Box(0, 0, 2000, 1000));
    }

    @Test
    void keepsTheButtonsOfSeveralWindowsApart() {
        var strips = new ArrayList<Box>();
        for (int i = 0; i < 3; i++) {
            var place = Placement.find(SCREEN, WINDOW, BUTTONS, strips).orElseThrow();
            var strip = new Box(place.x(), place.y() + 480, 480, 80);

            assertThat(strips).noneMatch(strip::meets);
            assertThat(place.x()).isBetween(0.0, SCREEN.width() - place.width());
            assertThat(place.y()).isBetween(0.0, SCREEN.height() - place.height());
            strips.add(strip);
        }
    }

    @Test
    void findsNoPlaceWhereEveryOneWouldOverlap() {
        var small = new Box(0, 0, 500, 580);
        var taken = new Box(0, 480, 480, 100);

        assertThat(Placement.find(small, WINDOW, BUTTONS, List.of(taken))).isEmpty();
    }
}
