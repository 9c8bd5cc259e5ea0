package org.gatehouse.store.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerEvent.Kind;
import org.gatehouse.store.PermissionStore;

/// The apps that hold, asked for or were refused something.
///
/// Those that hold something, those whose question waits, and those that the newest thousand
/// records of requests in the ledger name. Threads: any that may wait for the disk.
final class AppList {

    private static final int RECORDS = 1000;
    private static final Set<Kind> REQUESTS =
            EnumSet.of(Kind.ASKED, Kind.GRANTED, Kind.DENIED, Kind.DISMISSED, Kind.DEFERRED);

    private final HeldGrants held;
    private final Supplier<PermissionStore> store;
    private final AppNames names;
    private final Usage usage;

    private record App(String kind, String id) {}

    AppList(HeldGrants held, Supplier<PermissionStore> store, AppNames names, Usage usage) {
        this.held = held;
        this.store = store;
        this.names = names;
        this.usage = usage;
    }

    /// The dictionaries of `ListApps`, by name.
    List<Map<String, Variant<?>>> find(Which which) {
        var apps = new LinkedHashMap<App, List<HeldGrant>>();
        held.find(which)
                .forEach(grant ->
                        apps.computeIfAbsent(app(grant), _ -> new ArrayList<>()).add(grant));
        asking(which).forEach(app -> apps.putIfAbsent(app, List.of()));
        return apps.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                each -> names.name(each.getKey().id()),
                                String.CASE_INSENSITIVE_ORDER))
                .map(each -> details(each.getKey(), each.getValue()))
                .toList();
    }

    private static App app(HeldGrant grant) {
        return new App(grant.kind(), grant.app());
    }

    private List<App> asking(Which which) {
        var apps = new ArrayList<App>();
        store.get().deferred().stream()
                .filter(question -> isMeant(question, which))
                .forEach(question -> apps.add(new App(question.kind(), question.app())));
        store.get().ledger(which.ledger(REQUESTS, 0, 0), 0, RECORDS).stream()
                .map(each -> each.event())
                .filter(AppList::namesAnApp)
                .forEach(event -> apps.add(new App(event.appKind(), event.app())));
        return apps;
    }

    private static boolean isMeant(DeferredQuestion question, Which which) {
        return which.isOfKind(question.kind())
                && which.app().stream().allMatch(question.app()::equals)
                && which.permission().stream()
                        .allMatch(each -> each.id().equals(question.permissionClass()));
    }

    /// What was refused access to the store itself is about no permission.
    private static boolean namesAnApp(LedgerEvent event) {
        return !event.app().isEmpty() && !event.table().isEmpty();
    }

    private Map<String, Variant<?>> details(App app, List<HeldGrant> grants) {
        var face = names.face(app.id());
        return new Dictionary()
                .text("kind", app.kind())
                .text("app", app.id())
                .text("name", face.name())
                .text("icon", face.icon())
                .text("version", names.version(app.kind(), app.id()))
                .flag("installed", face.installed())
                .flag("in-use", isInUse(app))
                .count("allowed", count(grants, HeldGrant.Verdict.ALLOW))
                .count("denied", count(grants, HeldGrant.Verdict.DENY))
                .number("last-use", grants.stream().mapToLong(HeldGrant::lastUse).max().orElse(0))
                .values();
    }

    private boolean isInUse(App app) {
        return usage.now().keySet().stream()
                .anyMatch(use -> use.kind().equals(app.kind()) && use.app().equals(app.id()));
    }

    private static int count(List<HeldGrant> grants, HeldGrant.Verdict verdict) {
        return (int) grants.stream().filter(grant -> grant.verdict() == verdict).count();
    }
}
