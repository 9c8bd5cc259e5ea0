package org.gatehouse.contract;

import java.util.Map;
import java.util.Set;
import org.freedesktop.host.portal.Registry;
import org.gatehouse.Permissions1;

/// What is transcribed but not in the interface files that Debian 12 installs, with its source.
///
/// The files are those of xdg-desktop-portal 1.16.0 and GeoClue 2.6.0.
final class NewerMembers {

    private NewerMembers() {}

    /// Interface → all of its members, for interfaces that are not installed at all.
    static final Map<Class<?>, Set<String>> INTERFACES =
            Map.of(
                    // xdg-desktop-portal 1.19.4, data/org.freedesktop.host.portal.Registry.xml
                    Registry.class,
                    Set.of(
                            "method Register(s app_id, a{sv} options) -> ()",
                            "property version u read"),
                    // our own, version 1
                    Permissions1.class,
                    Set.of(
                            "method Remember(s table, s id, s kind, s app, as permissions,"
                                    + " a{sv} details) -> (t sequence)",
                            "method Find(s table, s id, s kind, s app)"
                                    + " -> (b found, as permissions, a{sv} details)",
                            "method Record(a{sv} event) -> ()",
                            "method Ledger(t before, u count) -> (aa{sv} events)",
                            "property Status s read",
                            "property version u read"));
}
