package org.gatehouse.store.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/// Grants as `Permissions1.ListGrants` shows them.
///
/// Threads: any that may wait for the disk.
final class GrantLists {

    private final HeldGrants held;
    private final AppNames names;
    private final Usage usage;

    GrantLists(HeldGrants held, AppNames names, Usage usage) {
        this.held = held;
        this.names = names;
        this.usage = usage;
    }

    /// The dictionaries of those that are meant.
    List<Map<String, Variant<?>>> find(Which which) {
        var inUse = usage.now().keySet();
        return held.find(which).stream()
                .map(grant -> grant.details(names.name(grant.app()), inUse.contains(grant.use())))
                .toList();
    }
}
