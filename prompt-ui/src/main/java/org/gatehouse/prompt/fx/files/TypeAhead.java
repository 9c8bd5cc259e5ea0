package org.gatehouse.prompt.fx.files;

import java.time.Duration;
import org.gatehouse.prompt.files.Picks;

/// Letters typed in the list pick the next name that begins with them. A second without one begins
/// anew.
final class TypeAhead {

    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private final Picks picks;
    private final StringBuilder typed = new StringBuilder();
    private long last;

    TypeAhead(Picks picks) {
        this.picks = picks;
    }

    /// Whether a blank belongs to what is being typed.
    boolean isActive() {
        return !typed.isEmpty() && System.nanoTime() - last < PATIENCE;
    }

    /// @return whether something else is picked now
    boolean type(String letter) {
        if (!isActive()) {
            typed.setLength(0);
        }
        // the same letter again goes on to the next name that begins with it
        boolean again = typed.toString().equals(letter);
        if (!again) {
            typed.append(letter);
        }
        last = System.nanoTime();
        int found = picks.find(typed.toString(), again || typed.length() == letter.length());
        if (found >= 0) {
            picks.only(found);
        }
        return found >= 0;
    }
}
