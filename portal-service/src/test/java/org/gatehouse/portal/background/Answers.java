package org.gatehouse.portal.background;

import java.util.ArrayList;
import java.util.List;
import org.freedesktop.dbus.types.Variant;

/// What a person chose in a dialog, as a backend says it.
final class Answers {

    /// One choice, `(ss)`.
    private record Chosen(String id, String option) {}

    private Answers() {}

    /// @param pairs id of a choice, then of the option chosen
    static Variant<?> of(String... pairs) {
        var chosen = new ArrayList<Chosen>();
        for (int at = 0; at < pairs.length; at += 2) {
            chosen.add(new Chosen(pairs[at], pairs[at + 1]));
        }
        return new Variant<>(List.copyOf(chosen), "a(ss)");
    }
}
