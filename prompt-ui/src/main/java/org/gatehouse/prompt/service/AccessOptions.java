package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Choice.Option;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.prompt.Wording;
import org.gatehouse.prompt.Wording.Labels;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.PortalException;

/// The options of an Access dialog. Unknown keys are ignored.
///
/// @param modal key `modal` `b`, true
/// @param icon key `icon` `s`, a symbolic name
/// @param labels keys `deny_label` and `grant_label` `s`
/// @param choices key `choices` `a(ssa(ss)s)`: id, label, options (id, label), initial selection
record AccessOptions(boolean modal, String icon, Labels labels, List<Choice> choices) {

    private static final String CHOICES = "a(ssa(ss)s)";

    /// Reads the options.
    ///
    /// @throws PortalException `InvalidArgument` if a known key has another type
    static AccessOptions of(Map<String, Variant<?>> options) {
        var labels = new Labels(text(options, "deny_label"), text(options, "grant_label"));
        return new AccessOptions(modal(options), text(options, "icon"), labels, choices(options));
    }

    /// The question that they belong to.
    Prompt prompt(String appId, String parentWindow, String title, String subtitle, String body) {
        return new Prompt(
                appId,
                new Wording(title, subtitle, body, icon, labels),
                choices,
                ParentWindow.parse(parentWindow),
                modal ? Manner.MODAL : Manner.MODELESS);
    }

    private static boolean modal(Map<String, Variant<?>> options) {
        return !options.containsKey("modal") || (Boolean) value(options, "modal", "b");
    }

    private static String text(Map<String, Variant<?>> options, String key) {
        return options.containsKey(key) ? (String) value(options, key, "s") : "";
    }

    private static List<Choice> choices(Map<String, Variant<?>> options) {
        if (!options.containsKey("choices")) {
            return List.of();
        }
        var list = (List<?>) value(options, "choices", CHOICES);
        return list.stream().map(Object[].class::cast).map(AccessOptions::choice).toList();
    }

    private static Choice choice(Object[] fields) {
        var options =
                ((List<?>) fields[2])
                        .stream()
                                .map(Object[].class::cast)
                                .map(pair -> new Option((String) pair[0], (String) pair[1]))
                                .toList();
        return new Choice((String) fields[0], (String) fields[1], options, (String) fields[3]);
    }

    private static Object value(Map<String, Variant<?>> options, String key, String signature) {
        var variant = options.get(key);
        if (variant == null || !variant.getSig().equals(signature)) {
            throw PortalException.invalidArgument("option " + key + " is not of type " + signature);
        }
        return variant.getValue();
    }
}
