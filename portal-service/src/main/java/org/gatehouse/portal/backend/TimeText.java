package org.gatehouse.portal.backend;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Spans of time in words.
final class TimeText {

    private record Part(long count, String unit) {

        String text() {
            return count + " " + unit + (count == 1 ? "" : "s");
        }
    }

    private TimeText() {}

    /// Such as "For 1 hour" or "For 2 days 30 minutes".
    ///
    /// @param seconds > 0
    static String ofSpan(int seconds) {
        var span = Duration.ofSeconds(seconds);
        return Stream.of(
                        new Part(span.toDays(), "day"),
                        new Part(span.toHoursPart(), "hour"),
                        new Part(span.toMinutesPart(), "minute"),
                        new Part(span.toSecondsPart(), "second"))
                .filter(part -> part.count() > 0)
                .map(Part::text)
                .collect(Collectors.joining(" ", "For ", ""));
    }
}
