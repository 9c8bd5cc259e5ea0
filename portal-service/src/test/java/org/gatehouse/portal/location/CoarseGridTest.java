package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gatehouse.portal.location.Position.Motion;
import org.gatehouse.portal.location.Position.Point;
import org.junit.jupiter.api.Test;

class CoarseGridTest {

    private static final Position.Time TIME = new Position.Time(1, 2);
    private static final Motion MOTION = new Motion(519.0, 1.5, 90.0);

    @Test
    void leavesAnExactGrantAsItIs() {
        var fix = fix(48.13743, 11.57549, 3);

        assertThat(CoarseGrid.reduce(fix, Accuracy.EXACT)).isEqualTo(fix);
    }

    @Test
    void leavesAPlaceThatIsCoarseAlready() {
        var reduced = CoarseGrid.reduce(fix(48.13743, 11.57549, 25_000), Accuracy.CITY);

        assertThat(reduced.point()).isEqualTo(new Point(48.13743, 11.57549));
        assertThat(reduced.accuracy()).isEqualTo(25_000);
    }

    @Test
    void givesNeighboursTheSamePlace() {
        var here = CoarseGrid.reduce(fix(48.1371, 11.5754, 3), Accuracy.CITY);
        var near = CoarseGrid.reduce(fix(48.1379, 11.5761, 3), Accuracy.CITY);

        assertThat(near.point()).isEqualTo(here.point());
    }

    @Test
    void leavesOutWhatMayTellThePlace() {
        var reduced = CoarseGrid.reduce(fix(48.13743, 11.57549, 3), Accuracy.STREET);

        assertThat(reduced.motion()).isEqualTo(Motion.UNKNOWN);
        assertThat(reduced.description()).isEmpty();
        assertThat(reduced.accuracy()).isEqualTo(500);
    }

    @Property(tries = 500, seed = "1")
    void namesAPlaceOnEarthWithinTheRadius(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        for (var level : new Accuracy[] {Accuracy.CITY, Accuracy.NEIGHBORHOOD, Accuracy.STREET}) {
            var reduced = CoarseGrid.reduce(fix(latitude, longitude, 1), level);

            assertThat(Math.abs(reduced.point().latitude())).isLessThanOrEqualTo(90);
            assertThat(Math.abs(reduced.point().longitude())).isLessThanOrEqualTo(180);
            assertThat(metres(reduced.point(), new Point(latitude, longitude)))
                    .isLessThanOrEqualTo(reduced.accuracy() * 1.05);
            assertThat(CoarseGrid.reduce(fix(latitude, longitude, 1), level)).isEqualTo(reduced);
        }
    }

    private static Position fix(double latitude, double longitude, double accuracy) {
        return new Position(new Point(latitude, longitude), accuracy, MOTION, TIME, "home");
    }

    private static double metres(Point a, Point b) {
        double north = Math.toRadians(a.latitude() - b.latitude());
        double east = Math.toRadians(a.longitude() - b.longitude());
        double h =
                Math.pow(Math.sin(north / 2), 2)
                        + Math.cos(Math.toRadians(a.latitude()))
                                * Math.cos(Math.toRadians(b.latitude()))
                                * Math.pow(Math.sin(east / 2), 2);
        return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
