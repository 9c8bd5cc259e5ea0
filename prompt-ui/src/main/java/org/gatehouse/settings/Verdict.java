package org.gatehouse.settings;

import java.util.Locale;
import java.util.stream.Stream;

/// What holds for an app.
public enum Verdict {
    ALLOW,
    DENY,
    /// To be asked each time.
    ASK,
    /// The row says something that nobody understands; counts as undecided.
    UNCLEAR;

    /// Its word on the bus.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a word on the bus means; one that nobody knows is unclear.
    public static Verdict ofWord(String word) {
        return Stream.of(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(UNCLEAR);
    }
}
