package org.gatehouse.prompt;

import java.util.List;

/// Something to select beside yes and no: how precise, how long.
///
/// Without options it is a check box, with the values `true` and `false`. Labels are sanitised; ids
/// go back over the bus as they came and are never shown. The ids `accuracy` and `lifespan` have
/// words of their own for labels that are missing.
///
/// Source: `org.freedesktop.portal.FileChooser.OpenFile`, option `choices`, shape `(ssa(ss)s)`.
///
/// @param options at most 32; the rest is left out
/// @param selected the id selected at first; one that is not on offer becomes the first on offer
public record Choice(String id, String label, List<Option> options, String selected) {

    private static final int MOST_OPTIONS = 32;

    /// One value of a [Choice].
    public record Option(String id, String label) {

        public Option {
            label = Sanitiser.line(label, WellKnownChoices.optionLabel(id));
        }
    }

    public Choice {
        label = Sanitiser.line(label, WellKnownChoices.label(id));
        options = List.copyOf(options.subList(0, Math.min(options.size(), MOST_OPTIONS)));
        selected = onOffer(options, selected);
    }

    /// Whether it is a check box.
    public boolean isCheckBox() {
        return options.isEmpty();
    }

    private static String onOffer(List<Option> options, String wanted) {
        if (options.isEmpty()) {
            return Boolean.toString(wanted.equals("true"));
        }
        return options.stream()
                .map(Option::id)
                .filter(wanted::equals)
                .findFirst()
                .orElse(options.getFirst().id());
    }
}
