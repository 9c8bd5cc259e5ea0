package org.gatehouse.desktop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The keys under which a localised value is looked up, best first.
///
/// Source: Desktop Entry Specification, "Localized values for keys": `lang_COUNTRY@MODIFIER`,
/// `lang_COUNTRY`, `lang@MODIFIER`, `lang`.
///
/// @param suffixes such as `[pt_BR]`
public record Locales(List<String> suffixes) {

    /// From `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG`.
    public static Locales of(Map<String, String> environment) {
        var found = new LinkedHashSet<String>();
        Stream.of(environment.getOrDefault("LANGUAGE", "").split(":"))
                .forEach(language -> add(language, found));
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .ifPresent(language -> add(language, found));
        return new Locales(List.copyOf(found));
    }

    private static void add(String posix, Set<String> found) {
        var modifier = posix.indexOf('@') < 0 ? "" : posix.substring(posix.indexOf('@'));
        var place = posix.split("[.@]", 2)[0];
        var language = place.split("_", 2)[0];
        if (!language.isEmpty()) {
            found.add("[" + place + modifier + "]");
            found.add("[" + place + "]");
            found.add("[" + language + modifier + "]");
            found.add("[" + language + "]");
        }
    }
}
