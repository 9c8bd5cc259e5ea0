package org.gatehouse.store.service;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;

/// A class of permission as `Permissions1.ListClasses` describes it.
final class ClassDetails {

    private ClassDetails() {}

    /// The keys of `ListClasses`.
    static Map<String, Variant<?>> of(PermissionClass permission, boolean retired) {
        var wording = permission.wording();
        var handling = permission.handling();
        return new Dictionary()
                .text("class", permission.id())
                .text("name", wording.name())
                .text("description", wording.description())
                .text("icon", wording.icon())
                .text("usage", word(handling.usage()))
                .text("confirmation", word(handling.confirmation()))
                .text("default", word(handling.unset()))
                .texts("risks", words(handling.risks()))
                .texts("lifespans", handling.lifespans().stream().map(Lifespan::choice).toList())
                .pairs("levels", levels(permission))
                .text("level-label", wording.levels())
                .text("table", permission.row().table())
                .text("id", permission.row().id())
                .count("until-seconds", handling.untilSeconds())
                .flag("retired", retired)
                .values();
    }

    private static List<List<String>> levels(PermissionClass permission) {
        if (!permission.hasLevels()) {
            return List.of();
        }
        return permission.levels().stream()
                .map(level -> List.of(level.choice(), level.label()))
                .toList();
    }

    private static List<String> words(Collection<? extends Enum<?>> members) {
        return members.stream().sorted().map(ClassDetails::word).toList();
    }

    private static String word(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
