package org.gatehouse.contract;

import java.util.Map;
import java.util.Set;
import org.freedesktop.Application;
import org.freedesktop.Notifications;
import org.freedesktop.background.Monitor;
import org.freedesktop.host.portal.Registry;
import org.freedesktop.login1.Manager;
import org.freedesktop.portal.Documents;
import org.gatehouse.Consent1;
import org.gatehouse.Decisions1;
import org.gatehouse.Permissions1;

/// What is transcribed but not in the interface files that Debian 12 installs, with its source.
///
/// The files are those of xdg-desktop-portal 1.16.0 and GeoClue 2.6.0.
final class NewerMembers {

    private NewerMembers() {}

    /// Our own, version 1: what settings apps and tools build on.
    private static final Set<String> PERMISSIONS =
            Set.of(
                    "method AnswerDeferred(t question, a{sv} answer) -> (t sequence)",
                    "method Diagnose() -> (aa{sv} checks)",
                    "method Explain(s permission_class, s kind, s app, a{sv} options)"
                            + " -> (s verdict, aa{sv} steps)",
                    "method Export(h file) -> ()",
                    "method Forget(a{sv} which, t based_on) -> (t sequence)",
                    "method Import(h file, a{sv} options) -> (u changed, t sequence)",
                    "method LastChange() -> (a{sv} change)",
                    "method Ledger(a{sv} filter, t before, u count) -> (aa{sv} records)",
                    "method ListApps(a{sv} which) -> (aa{sv} apps)",
                    "method ListClasses() -> (aa{sv} classes)",
                    "method ListDeferred() -> (aa{sv} questions)",
                    "method ListGrants(a{sv} which) -> (aa{sv} grants, t sequence)",
                    "method ListInstances(a{sv} which) -> (aa{sv} instances)",
                    "method ListUsage() -> (aa{sv} uses)",
                    "method Revoke(a{sv} which, t based_on) -> (t sequence)",
                    "method Set(s permission_class, s kind, s app, a{sv} grant, t based_on)"
                            + " -> (t sequence)",
                    "method SetSituation(s situation, b active) -> ()",
                    "method StopInstances(a{sv} which) -> (u stopping)",
                    "method Undo(t sequence) -> (t sequence)",
                    "method UseByDay(a{sv} which, u days) -> (aa{sv} days)",
                    "signal DeferredChanged(u waiting)",
                    "signal GrantChanged(s permission_class, s kind, s app, a{sv} grant,"
                            + " t sequence)",
                    "signal InstancesChanged()",
                    "signal LedgerAppended(t sequence)",
                    "signal UsageChanged(s permission_class, s kind, s app, s state)",
                    "property Situations as read",
                    "property Status s read",
                    "property version u read");

    /// Our own, version 1: what our portal keeps.
    private static final Set<String> DECISIONS =
            Set.of(
                    "method Defer(a{sv} question) -> (t question)",
                    "method Find(s table, s id, s kind, s app)"
                            + " -> (b found, as permissions, a{sv} details)",
                    "method Record(a{sv} event) -> ()",
                    "method Remember(s table, s id, s kind, s app, as permissions,"
                            + " a{sv} details) -> (t sequence)",
                    "method ReportInstances(aa{sv} instances) -> ()",
                    "method ReportUsage(s permission_class, s kind, s app, s state) -> ()",
                    "property version u read");

    /// Our own, version 1: what our portal is asked.
    private static final Set<String> CONSENT =
            Set.of(
                    "method Diagnose() -> (aa{sv} checks)",
                    "method Explain(s permission_class, s kind, s app, a{sv} options)"
                            + " -> (s verdict, aa{sv} steps)",
                    "method StopInstances(a{sv} which) -> (u stopping)",
                    "property version u read");

    /// Desktop Notifications Specification 1.2, without the two methods that nobody calls.
    private static final Set<String> NOTIFICATIONS =
            Set.of(
                    "method GetCapabilities() -> (as capabilities)",
                    "method Notify(s app_name, u replaces_id, s app_icon, s summary, s body,"
                            + " as actions, a{sv} hints, i expire_timeout) -> (u id)",
                    "method CloseNotification(u id) -> ()",
                    "signal ActionInvoked(u id, s action_key)",
                    "signal NotificationClosed(u id, u reason)");

    /// Interface → what newer versions have beside the installed members.
    static final Map<Class<?>, Set<String>> ADDED =
            Map.of(
                    // xdg-desktop-portal 1.19.4, data/org.freedesktop.portal.Documents.xml
                    Documents.class, Set.of("method GetHostPaths(as doc_ids) -> (a{say} paths)"));

    /// Interface → all of its members, for interfaces that are not installed at all.
    static final Map<Class<?>, Set<String>> INTERFACES =
            Map.of(
                    // Desktop Entry Specification 1.5, "D-Bus Activation"
                    Application.class,
                    Set.of(
                            "method Activate(a{sv} platform_data) -> ()",
                            "method ActivateAction(s action_name, av parameter,"
                                    + " a{sv} platform_data) -> ()",
                            "method Open(as uris, a{sv} platform_data) -> ()"),
                    // xdg-desktop-portal 1.19.4, data/org.freedesktop.host.portal.Registry.xml
                    Registry.class,
                    Set.of(
                            "method Register(s app_id, a{sv} options) -> ()",
                            "property version u read"),
                    // systemd 254, as far as it is used
                    Manager.class,
                    Set.of("signal PrepareForSleep(b start)"),
                    // xdg-desktop-portal 1.19.4, data/org.freedesktop.background.Monitor.xml
                    Monitor.class,
                    Set.of("property BackgroundApps aa{sv} read", "property version u read"),
                    Notifications.class,
                    NOTIFICATIONS,
                    Permissions1.class,
                    PERMISSIONS,
                    Decisions1.class,
                    DECISIONS,
                    Consent1.class,
                    CONSENT);
}
