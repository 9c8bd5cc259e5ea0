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
        assertThat(Placement.find(SCREEN, middle(WINDOW), BUTTONS, List.of()))
                .hasValue(new Box(400, 120, 480, 560));
    }

    @Test
    void putsAWindowThatIsTooLargeAtTheEdge() {
        var large = new Box(0, 0, 2000, 1000);

        assertThat(Placement.find(SCREEN, middle(large), BUTTONS, List.of()))
                .hasValue(new Box(0, 0, 2000, 1000));
    }

    @Test
    void keepsTheButtonsOfSeveralWindowsApart() {
        var strips = new ArrayList<Box>();
        for (int i = 0; i < 3; i++) {
            var place = Placement.find(SCREEN, middle(WINDOW), BUTTONS, strips).orElseThrow();
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

        var wanted = Placement.middle(small, WINDOW);

        assertThat(Placement.find(small, wanted, BUTTONS, List.of(taken))).isEmpty();
    }

    @Test
    void putsANoticeIntoTheLowerCorner() {
        var notice = new Box(0, 0, 400, 200);

        assertThat(Placement.corner(SCREEN, notice, false)).isEqualTo(new Box(864, 584, 400, 200));
        assertThat(Placement.corner(SCREEN, notice, true)).isEqualTo(new Box(16, 584, 400, 200));
    }

    @Test
    void putsASecondNoticeBesideTheFirst() {
        var notice = new Box(0, 0, 400, 200);
        var buttons = new Box(0, 120, 400, 80);
        var wanted = Placement.corner(SCREEN, notice, false);
        var taken = new Box(wanted.x(), wanted.y() + 120, 400, 80);

        var place = Placement.find(SCREEN, wanted, buttons, List.of(taken)).orElseThrow();

        assertThat(place.x()).isGreaterThan(800);
        assertThat(place.y() + 200).isLessThanOrEqualTo(taken.y());
    }

    private static Box middle(Box window) {
        return Placement.middle(SCREEN, window);
    }
}
