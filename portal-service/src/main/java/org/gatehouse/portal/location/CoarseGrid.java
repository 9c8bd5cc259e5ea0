package org.gatehouse.portal.location;

import org.gatehouse.portal.location.Position.Motion;
import org.gatehouse.portal.location.Position.Point;

/// Makes a position as coarse as a level says, so that no precise fix leaks.
///
/// The place becomes the middle of its cell in a fixed grid: the same cell gives the same answer
/// each time, so that averaging many answers brings nobody nearer. A position that is coarser than
/// the level already passes unchanged.
final class CoarseGrid {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final double NEAREST_POLE = 0.01;

    private CoarseGrid() {}

    /// The position as an app with this level may know it; altitude, motion and description are
    /// left out below the exact level, as they may tell the place.
    static Position reduce(Position position, Accuracy level) {
        if (level == Accuracy.EXACT) {
            return position;
        }
        boolean coarse = position.accuracy() >= level.radius();
        return new Position(
                coarse ? position.point() : middle(position.point(), level.radius()),
                Math.max(position.accuracy(), level.radius()),
                Motion.UNKNOWN,
                position.time(),
                "");
    }

    /// Cells are squares that lie within `radius` metres around their middle.
    private static Point middle(Point point, double radius) {
        double side = radius * Math.sqrt(2);
        double rows = side / METRES_PER_DEGREE;
        double latitude = Math.clamp(snap(point.latitude(), rows), -90, 90);
        // the width of a column depends on its row's latitude only, so that a row is one grid
        double circle = Math.max(NEAREST_POLE, Math.cos(Math.toRadians(latitude)));
        double longitude = snap(point.longitude(), Math.min(360, rows / circle));
        return new Point(latitude, Math.clamp(longitude, -180, 180));
    }

    private static double snap(double degrees, double cell) {
        return (Math.floor(degrees / cell) + 0.5) * cell;
    }
}
