package org.gatehouse.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/// How long a grant can hold, shortest first.
public enum Lifespan {
    /// For the session it was given to; never stored.
    ONCE("once", "Only this time"),
    /// Until the person logs out.
    SESSION("session", "Until I log out"),
    /// Until a time of the clock.
    UNTIL("until", "For a while"),
    /// As long as the app has a window that can be seen, or had one a moment ago; until taken back.
    WHILE_IN_USE("while-in-use", "While I use the app"),
    /// Until it is taken back.
    ALWAYS("always", "Always");

    private final String choice;
    private final String label;

    Lifespan(String choice, String label) {
        this.choice = choice;
        this.label = label;
    }

    /// Its id among the `choices` of a dialog, and its word in the store.
    public String choice() {
        return choice;
    }

    public String label() {
        return label;
    }

    public static Optional<Lifespan> ofChoice(String choice) {
        return Stream.of(values()).filter(each -> each.choice.equals(choice)).findFirst();
    }
}
