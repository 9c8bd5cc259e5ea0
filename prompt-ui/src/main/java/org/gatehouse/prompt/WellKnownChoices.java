package org.gatehouse.prompt;

import java.util.Map;

/// Words for the choices that Gatehouse's portals add to a question, where none came along.
final class WellKnownChoices {

    private static final Map<String, String> LABELS =
            Map.of("accuracy", "How precise", "lifespan", "For how long");

    private static final Map<String, String> OPTION_LABELS =
            Map.ofEntries(
                    Map.entry("exact", "Precise location"),
                    Map.entry("street", "Nearby (street)"),
                    Map.entry("neighborhood", "Nearby (neighbourhood)"),
                    Map.entry("city", "Approximate (city)"),
                    Map.entry("country", "Only the country"),
                    Map.entry("once", "Only this time"),
                    Map.entry("session", "Until I log out"),
                    Map.entry("while-in-use", "While in use"),
                    Map.entry("always", "Always"));

    private WellKnownChoices() {}

    static String label(String choice) {
        return LABELS.getOrDefault(choice, "Option");
    }

    static String optionLabel(String option) {
        return OPTION_LABELS.getOrDefault(option, "Other");
    }
}
