package org.gatehouse.prompt.fx.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Sizes and times as people read them.
final class Measures {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private Measures() {}

    /// `812 bytes`, `1.4 MB`: thousands, as file managers count.
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /// The time for today, the date for other days.
    ///
    /// @param millis since the epoch
    static String time(long millis) {
        var when = Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault());
        return when.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
                ? "Today " + TIME.format(when)
                : DATE.format(when);
    }
}
