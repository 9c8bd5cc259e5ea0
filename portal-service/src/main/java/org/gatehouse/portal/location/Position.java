package org.gatehouse.portal.location;

import org.jspecify.annotations.Nullable;

/// Where the device is.
///
/// @param point the place
/// @param accuracy radius in metres, ≥ 0
/// @param motion how it moves and how high it is
/// @param time when it was there
/// @param description what the place is called; empty if unknown
record Position(Point point, double accuracy, Motion motion, Time time, String description) {

    /// Degrees: latitude −90 to 90, longitude −180 to 180.
    record Point(double latitude, double longitude) {}

    /// Altitude in metres, speed in metres per second, heading in degrees clockwise from north;
    /// null where unknown.
    record Motion(@Nullable Double altitude, @Nullable Double speed, @Nullable Double heading) {

        static final Motion UNKNOWN = new Motion(null, null, null);
    }

    /// Seconds and microseconds since the epoch.
    record Time(long seconds, long microseconds) {}
}
