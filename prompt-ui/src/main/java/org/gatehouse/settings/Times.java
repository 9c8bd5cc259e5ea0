package org.gatehouse.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Says when something was, or will be, as one says it.
///
/// @param clock also tells the time zone
public record Times(Clock clock) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final long MINUTE = 60;
    private static final long HOUR_SECONDS = 60 * MINUTE;
    private static final int WEEK = 7;

    /// Such as `5 minutes ago` or `Tuesday, 14:05`; `never` for 0.
    public String ago(long second) {
        if (second <= 0) {
            return "never";
        }
        long passed = clock.instant().getEpochSecond() - second;
        if (passed >= 0 && passed < HOUR_SECONDS) {
            return minutes(passed);
        }
        return day(second) + ", " + at(second).format(HOUR);
    }

    private static String minutes(long seconds) {
        long minutes = seconds / MINUTE;
        return switch ((int) minutes) {
            case 0 -> "just now";
            case 1 -> "a minute ago";
            default -> minutes + " minutes ago";
        };
    }

    /// Such as `today`, `yesterday`, `Tuesday`, `3 March` or `3 March 2024`.
    public String day(long second) {
        var date = at(second).toLocalDate();
        var today = LocalDate.now(clock);
        long days = ChronoUnit.DAYS.between(date, today);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "yesterday";
        }
        if (days > 1 && days < WEEK) {
            return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
        var pattern = date.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy";
        return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /// Such as `today, 18:00`.
    public String moment(long second) {
        return day(second) + ", " + hour(second);
    }

    /// Such as `18:00`, or for another day `yesterday, 18:00`.
    public String recently(long second) {
        return date(second).equals(today()) ? hour(second) : moment(second);
    }

    /// Such as `18:00`.
    public String hour(long second) {
        return at(second).format(HOUR);
    }

    /// The date on which a second falls here.
    public LocalDate date(long second) {
        return at(second).toLocalDate();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public long now() {
        return clock.instant().getEpochSecond();
    }

    private ZonedDateTime at(long second) {
        return Instant.ofEpochSecond(second).atZone(clock.getZone());
    }
}
