package org.gatehouse.ctl.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as people type and read them.
///
/// Typed: `now`, `today`, `tomorrow`, `yesterday` (its first second, or with a time behind it),
/// `18:00`, `2026-12-01`, `2026-12-01 18:00`, `2026-12-01T18:00:00Z`, `@1795000000`, and a distance
/// such as `+2h`, `1h30m`, `-3d`: weeks, days, hours, minutes, seconds.
///
/// @param clock what is now, and in which zone
public record Times(Clock clock) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern DISTANCE =
            Pattern.compile(
                    "(?:(\\d{1,4})w)?(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(?::\\d{2})?");
    private static final Pattern MOMENT = Pattern.compile("(\\S+)[ T](\\d{2}:\\d{2}(?::\\d{2})?)");
    private static final Pattern EPOCH = Pattern.compile("@\\d{1,12}");

    /// Which way a distance without a sign, and a bare time of the day, point.
    public enum Direction {
        FUTURE,
        PAST
    }

    /// Reads a time.
    ///
    /// @return empty if it is none
    public Optional<Instant> parse(String typed, Direction direction) {
        var text = typed.strip();
        try {
            return distance(text, direction)
                    .map(distance -> clock.instant().plus(distance))
                    .or(() -> moment(text, direction));
        } catch (DateTimeParseException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// Reads a distance such as `2h` or `+1d12h`, always towards `direction` unless it has a sign.
    public Optional<Duration> distance(String text, Direction direction) {
        boolean signed = text.startsWith("+") || text.startsWith("-");
        var matcher = DISTANCE.matcher(signed ? text.substring(1) : text);
        if (!matcher.matches() || matcher.group().isEmpty()) {
            return Optional.empty();
        }
        long seconds =
                number(matcher.group(1)) * 604_800
                        + number(matcher.group(2)) * 86_400
                        + number(matcher.group(3)) * 3_600
                        + number(matcher.group(4)) * 60
                        + number(matcher.group(5));
        boolean back = signed ? text.startsWith("-") : direction == Direction.PAST;
        return Optional.of(Duration.ofSeconds(back ? -seconds : seconds));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private Optional<Instant> moment(String text, Direction direction) {
        if (text.equals("now")) {
            return Optional.of(clock.instant());
        }
        if (EPOCH.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text.substring(1))));
        }
        if (TIME.matcher(text).matches()) {
            return Optional.of(nearest(LocalTime.parse(text), direction));
        }
        var both = MOMENT.matcher(text);
        if (both.matches()) {
            return day(both.group(1)).map(day -> at(day, LocalTime.parse(both.group(2))));
        }
        return day(text)
                .map(day -> at(day, LocalTime.MIDNIGHT))
                .or(() -> Optional.of(ZonedDateTime.parse(text).toInstant()));
    }

    private Instant nearest(LocalTime time, Direction direction) {
        var today = at(today(), time);
        return switch (direction) {
            case FUTURE -> today.isAfter(clock.instant()) ? today : at(today().plusDays(1), time);
            case PAST -> today.isAfter(clock.instant()) ? at(today().minusDays(1), time) : today;
        };
    }

    private Optional<LocalDate> day(String word) {
        return switch (word) {
            case "today" -> Optional.of(today());
            case "tomorrow" -> Optional.of(today().plusDays(1));
            case "yesterday" -> Optional.of(today().minusDays(1));
            default ->
                    word.matches("\\d{4}-\\d{2}-\\d{2}")
                            ? Optional.of(LocalDate.parse(word))
                            : Optional.empty();
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }

    /// A time as people say it; `never` for 0.
    ///
    /// @param seconds since the epoch
    public String shown(long seconds) {
        if (seconds <= 0 || seconds > 253_402_300_799L) {
            return "never";
        }
        var time = Instant.ofEpochSecond(seconds).atZone(clock.getZone());
        var day = time.toLocalDate();
        if (day.equals(today())) {
            return "today " + time.format(CLOCK);
        }
        if (day.equals(today().plusDays(1))) {
            return "tomorrow " + time.format(CLOCK);
        }
        if (day.equals(today().minusDays(1))) {
            return "yesterday " + time.format(CLOCK);
        }
        return day.getYear() == today().getYear()
                ? time.format(DAY) + " " + time.format(CLOCK)
                : time.format(DATE);
    }
}
