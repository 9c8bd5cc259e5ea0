package org.gatehouse.portal.location;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.portal.location.Position.Motion;
import org.gatehouse.portal.location.Position.Point;
import org.gatehouse.role.XdgDirectories;

/// A place that the person wrote down, for machines without GeoClue.
///
/// File: `$XDG_CONFIG_HOME/gatehouse/position`, group `[position]` with `latitude` and `longitude`
/// in degrees and, if known, `accuracy` (radius, 0 if absent) and `altitude` in metres. Without the
/// file this source is absent. It is read at each start and delivers one position.
final class FixedPositionSource implements LocationSource {

    private static final String GROUP = "position";
    private static final Tracking NOTHING_TO_STOP =
            new Tracking() {
                @Override
                public void accuracy(Accuracy accuracy) {}

                @Override
                public void close() {}
            };

    private final Path file;
    private final InstantSource clock;

    FixedPositionSource(XdgDirectories directories, InstantSource clock) {
        this.file = directories.configHome().resolve("gatehouse/position");
        this.clock = clock;
    }

    @Override
    public Start track(Wish wish, Consumer<Position> updates) {
        var position = KeyFile.read(file).flatMap(this::position);
        if (position.isEmpty()) {
            return new Start.Absent("no usable file with a position");
        }
        updates.accept(position.get());
        return new Start.Started(NOTHING_TO_STOP);
    }

    private Optional<Position> position(KeyFile keys) {
        var latitude = number(keys, "latitude", 90);
        var longitude = number(keys, "longitude", 180);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        return Optional.of(
                new Position(
                        new Point(latitude.get(), longitude.get()),
                        Math.abs(number(keys, "accuracy", Double.MAX_VALUE).orElse(0.0)),
                        new Motion(
                                number(keys, "altitude", Double.MAX_VALUE).orElse(null),
                                null,
                                null),
                        new Position.Time(now.getEpochSecond(), now.getNano() / 1_000),
                        ""));
    }

    private static Optional<Double> number(KeyFile keys, String key, double most) {
        try {
            return keys.value(GROUP, key)
                    .map(Double::valueOf)
                    .filter(number -> Math.abs(number) <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
