package org.gatehouse.portal.backend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.desktop.KeyFile;

/// One `portals.conf`: which backends are preferred for which interface.
///
/// Shape: group `[preferred]`, key = full interface name or `default`, value = backend names
/// separated by `;`, among them perhaps `none` and `*`.
///
/// Source: portals.conf(5); xdg-desktop-portal, `src/xdp-portal-config.c`.
///
/// @param lists interface name or `default` → names, most preferred first
record Preferences(Map<String, List<String>> lists) {

    private static final String GROUP = "preferred";
    private static final String DEFAULT = "default";
    private static final String NONE = "none";
    private static final String ANY = "*";

    /// What one file says about one interface.
    sealed interface Choice {

        record Chosen(PortalFile portal) implements Choice {}

        /// No backend at all, on purpose.
        record None() implements Choice {}

        /// Nothing: the next file is asked.
        record Silent() implements Choice {}
    }

    /// Empty if the file has no group `[preferred]`: it counts as absent.
    static Optional<Preferences> of(KeyFile file) {
        if (!file.has(GROUP)) {
            return Optional.empty();
        }
        var lists = new HashMap<String, List<String>>();
        file.keys(GROUP).forEach(key -> lists.put(key, file.list(GROUP, key)));
        return Optional.of(new Preferences(lists));
    }

    /// Looks up `interfaceName` among the `installed` backends, which are in order of preference.
    Choice choose(String interfaceName, List<PortalFile> installed) {
        var own = lists.get(interfaceName);
        var fallback = lists.getOrDefault(DEFAULT, List.of());
        if ((own == null ? fallback : own).contains(NONE)) {
            return new Choice.None();
        }
        var chosen =
                first(own == null ? List.of() : own, interfaceName, installed)
                        .or(() -> first(fallback, interfaceName, installed));
        return chosen.<Choice>map(Choice.Chosen::new).orElseGet(Choice.Silent::new);
    }

    private static Optional<PortalFile> first(
            List<String> names, String interfaceName, List<PortalFile> installed) {
        return names.stream()
                .flatMap(name ->
                        installed.stream()
                                .filter(each -> name.equals(ANY) || each.name().equals(name))
                                .filter(each -> each.implementsInterface(interfaceName)))
                .findFirst();
    }
}
