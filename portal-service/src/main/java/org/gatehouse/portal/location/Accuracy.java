package org.gatehouse.portal.location;

import java.util.List;
import org.gatehouse.protocol.PortalException;

/// How precisely an app may know the position, coarsest first.
///
/// Source: portal-semantics 3.3.
enum Accuracy {
    NONE(0, 0, Double.POSITIVE_INFINITY),
    COUNTRY(1, 1, 300_000),
    CITY(2, 4, 15_000),
    NEIGHBORHOOD(3, 5, 3_000),
    STREET(4, 6, 500),
    EXACT(5, 8, 0);

    private static final List<Accuracy> ALL = List.of(values());

    private final int rank;
    private final int geoClueLevel;
    private final double radius;

    Accuracy(int rank, int geoClueLevel, double radius) {
        this.rank = rank;
        this.geoClueLevel = geoClueLevel;
        this.radius = radius;
    }

    /// The level with the portal's number.
    ///
    /// @throws PortalException `InvalidArgument` unless it is 0 to 5
    static Accuracy ofOption(long number) {
        if (number < 0 || number >= ALL.size()) {
            throw PortalException.invalidArgument("Invalid accuracy level");
        }
        return ALL.get((int) number);
    }

    /// The level of a rank of the class `location`.
    static Accuracy ofRank(int rank) {
        return ALL.get(rank);
    }

    /// The portal's number, and the rank of the level in what can be granted.
    int rank() {
        return rank;
    }

    /// GeoClue's `RequestedAccuracyLevel`.
    int geoClueLevel() {
        return geoClueLevel;
    }

    /// How far, in metres, the true place may be from a position of this level at least.
    double radius() {
        return radius;
    }

    /// The less precise of the two.
    Accuracy lower(Accuracy other) {
        return rank <= other.rank ? this : other;
    }
}
