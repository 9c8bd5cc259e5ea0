package org.gatehouse.portal.location;

import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.location.Position.Motion;
import org.gatehouse.portal.location.Position.Point;
import org.jspecify.annotations.Nullable;

/// The properties of a GeoClue location as a position; its sentinels become absence.
final class GeoCluePosition {

    private final Map<String, Variant<?>> properties;

    private GeoCluePosition(Map<String, Variant<?>> properties) {
        this.properties = properties;
    }

    /// Empty if there is no place in it.
    static Optional<Position> of(Map<String, Variant<?>> properties) {
        return new GeoCluePosition(properties).position();
    }

    private Optional<Position> position() {
        var latitude = number("Latitude");
        var longitude = number("Longitude");
        if (latitude == null || longitude == null) {
            return Optional.empty();
        }
        var accuracy = number("Accuracy");
        return Optional.of(
                new Position(
                        new Point(latitude, longitude),
                        accuracy == null ? 0 : Math.max(0, accuracy),
                        motion(),
                        time(),
                        value("Description") instanceof String text ? text : ""));
    }

    private Motion motion() {
        var altitude = number("Altitude");
        return new Motion(
                altitude != null && altitude == -Double.MAX_VALUE ? null : altitude,
                notNegative("Speed"),
                notNegative("Heading"));
    }

    private @Nullable Double notNegative(String name) {
        var number = number(name);
        return number != null && number < 0 ? null : number;
    }

    private Position.Time time() {
        return value("Timestamp") instanceof Object[] time
                        && time.length == 2
                        && time[0] instanceof UInt64 seconds
                        && time[1] instanceof UInt64 microseconds
                ? new Position.Time(seconds.longValue(), microseconds.longValue())
                : new Position.Time(0, 0);
    }

    private @Nullable Double number(String name) {
        return value(name) instanceof Double number && !number.isNaN() ? number : null;
    }

    private @Nullable Object value(String name) {
        var value = properties.get(name);
        return value == null ? null : value.getValue();
    }
}
