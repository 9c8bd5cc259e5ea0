package org.gatehouse.portal.consent;

import java.util.Optional;
import java.util.stream.Stream;

/// How long a grant holds.
public enum Lifespan {
    /// For the session it was given to; never stored.
    ONCE("once", "Only this time"),
    /// Until the person logs out.
    SESSION("session", "Until I log out"),
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
