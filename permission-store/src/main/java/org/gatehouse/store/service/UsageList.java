package org.gatehouse.store.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/// What is used now as `Permissions1.ListUsage` shows it.
final class UsageList {

    private UsageList() {}

    /// The dictionaries, oldest first.
    static List<Map<String, Variant<?>>> of(Usage usage, AppNames names) {
        return usage.now().entrySet().stream()
                .map(each -> details(each.getKey(), each.getValue(), names))
                .toList();
    }

    private static Map<String, Variant<?>> details(
            Usage.Use use, Usage.State state, AppNames names) {
        return new Dictionary()
                .text("class", use.permission())
                .text("kind", use.kind())
                .text("app", use.app())
                .text("name", names.name(use.app()))
                .text("state", state.word())
                .number("since", state.since())
                .values();
    }
}
