package org.gatehouse.portal.location;

import java.util.LinkedHashMap;
import java.util.Map;
import org.freedesktop.GeoClue2.Location.Time;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// A position as the signal `LocationUpdated` carries it: every key, always.
///
/// libportal reads all numeric keys without defaults, so that unknown values go as GeoClue's
/// sentinels.
final class LocationUpdate {

    private static final double UNKNOWN_ALTITUDE = -Double.MAX_VALUE;
    private static final double UNKNOWN = -1.0;

    private LocationUpdate() {}

    static Map<String, Variant<?>> of(Position position) {
        var keys = new LinkedHashMap<String, Variant<?>>();
        keys.put("Latitude", new Variant<>(position.point().latitude()));
        keys.put("Longitude", new Variant<>(position.point().longitude()));
        keys.put("Altitude", known(position.motion().altitude(), UNKNOWN_ALTITUDE));
        keys.put("Accuracy", new Variant<>(position.accuracy()));
        keys.put("Speed", known(position.motion().speed(), UNKNOWN));
        keys.put("Heading", known(position.motion().heading(), UNKNOWN));
        keys.put("Description", new Variant<>(position.description()));
        keys.put("Timestamp", new Variant<>(time(position.time()), "(tt)"));
        return keys;
    }

    private static Variant<?> known(@Nullable Double value, double otherwise) {
        return new Variant<>(value == null ? otherwise : value);
    }

    private static Time time(Position.Time time) {
        return new Time(new UInt64(time.seconds()), new UInt64(time.microseconds()));
    }
}
