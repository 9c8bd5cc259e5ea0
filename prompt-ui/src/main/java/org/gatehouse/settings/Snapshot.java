package org.gatehouse.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Everything that holds, as it was read at one time. Immutable.
///
/// @param permissions in the order in which they are shown
/// @param apps by name
/// @param running apps that run at this moment, longest first
/// @param waiting oldest first
/// @param unused grants that went back to ask because nobody used them, newest first
/// @param sequence of the newest ledger record that it was made from
public record Snapshot(
        List<PermissionInfo> permissions,
        List<AppRow> apps,
        List<GrantRow> grants,
        List<UseNow> uses,
        List<RunningApp> running,
        List<WaitingQuestion> waiting,
        List<LedgerRow> unused,
        long sequence) {

    public static final Snapshot EMPTY =
            new Snapshot(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    public Snapshot {
        permissions = List.copyOf(permissions);
        apps = List.copyOf(apps);
        grants = List.copyOf(grants);
        uses = List.copyOf(uses);
        running = List.copyOf(running);
        waiting = List.copyOf(waiting);
        unused = List.copyOf(unused);
    }

    /// A class; one that is not listed is known by its id only.
    public PermissionInfo permission(String id) {
        return permissions.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseGet(() -> PermissionInfo.unknown(id));
    }

    /// An app; one that is not listed is known by what it was given only.
    public AppRow app(AppKey key) {
        return apps.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseGet(() -> AppRow.unknown(key, nameByGrants(key)));
    }

    private String nameByGrants(AppKey key) {
        return grants.stream()
                .filter(each -> each.key().app().equals(key))
                .map(GrantRow::name)
                .findFirst()
                .orElseGet(key::shownId);
    }

    /// What an app was given or refused, in the order of the classes.
    public List<GrantRow> grantsOf(AppKey app) {
        var own = grants.stream().filter(each -> each.key().app().equals(app)).toList();
        var order = permissions.stream().map(PermissionInfo::id).toList();
        return own.stream()
                .sorted((one, other) -> Integer.compare(place(order, one), place(order, other)))
                .toList();
    }

    private static int place(List<String> order, GrantRow grant) {
        int place = order.indexOf(grant.key().permission());
        return place < 0 ? order.size() : place;
    }

    /// Who was given or refused a permission.
    public List<GrantRow> grantsOf(String permission) {
        return grants.stream().filter(each -> each.key().permission().equals(permission)).toList();
    }

    public Optional<GrantRow> grant(GrantKey key) {
        return grants.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /// What of an app runs now.
    public List<RunningApp> runningOf(AppKey app) {
        return running.stream().filter(each -> each.key().equals(app)).toList();
    }

    /// What runs without a window now.
    public List<RunningApp> hidden() {
        return running.stream().filter(RunningApp::isHidden).toList();
    }

    /// With one grant as it would be once a decision is carried out.
    Snapshot after(GrantKey key, Decision decision) {
        return withGrants(
                grants.stream()
                        .map(each -> each.key().equals(key) ? each.after(decision) : each)
                        .toList());
    }

    /// With fewer grants.
    Snapshot without(Predicate<GrantRow> gone) {
        return withGrants(grants.stream().filter(gone.negate()).toList());
    }

    private Snapshot withGrants(List<GrantRow> changed) {
        return new Snapshot(permissions, apps, changed, uses, running, waiting, unused, sequence);
    }

    Snapshot withoutQuestion(long number) {
        var rest = waiting.stream().filter(each -> each.number() != number).toList();
        return new Snapshot(permissions, apps, grants, uses, running, rest, unused, sequence);
    }

    Snapshot withoutUnused() {
        return new Snapshot(permissions, apps, grants, uses, running, waiting, List.of(), sequence);
    }

    Snapshot withRunning(List<RunningApp> now) {
        return new Snapshot(permissions, apps, grants, uses, now, waiting, unused, sequence);
    }
}
