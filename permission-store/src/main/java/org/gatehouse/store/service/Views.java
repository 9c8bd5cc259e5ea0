package org.gatehouse.store.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1.GrantList;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.DayUse;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.GrantFilter;

/// Everything that `Permissions1` shows of what is kept.
///
/// Threads: the sender's queue; waits for the sender's own writes and for the disk.
final class Views {

    private static final long MOST_DAYS = 366;

    private final Served served;
    private final Classes classes;
    private final AppNames names;
    private final Usage usage;
    private final Instances instances;
    private final GrantLists grants;
    private final AppList apps;
    private final LedgerPages ledger;

    Views(Served served, Classes classes, AppNames names, Usage usage, Instances instances) {
        this.served = served;
        this.classes = classes;
        this.names = names;
        this.usage = usage;
        this.instances = instances;
        var held = new HeldGrants(classes, served::store);
        this.grants = new GrantLists(held, names, usage);
        this.apps = new AppList(held, served::store, names, usage);
        this.ledger = new LedgerPages(classes.catalogue(), served::store, names);
    }

    List<Map<String, Variant<?>>> classes() {
        return classes.catalogue().all().stream()
                .map(permission -> ClassDetails.of(permission, classes.isRetired(permission)))
                .toList();
    }

    List<Map<String, Variant<?>>> apps(Map<String, Variant<?>> which) {
        var meant = Which.of(which, classes.catalogue());
        var _ = served.settled();
        return apps.find(meant);
    }

    GrantList grants(Map<String, Variant<?>> which) {
        var meant = Which.of(which, classes.catalogue());
        long sequence = served.settled().sequence();
        return new GrantList(grants.find(meant), new UInt64(sequence));
    }

    /// The line that undoes the newest change, empty if there is none.
    Map<String, Variant<?>> lastChange() {
        return served.settled()
                .lastChange()
                .map(step ->
                        new Dictionary()
                                .number("sequence", step.sequence())
                                .number("time", step.time())
                                .text("text", step.text())
                                .values())
                .orElse(Map.of());
    }

    List<Map<String, Variant<?>>> deferred() {
        return served.settled().deferred().stream().map(this::question).toList();
    }

    private Map<String, Variant<?>> question(DeferredQuestion question) {
        return new Dictionary()
                .number("question", question.number())
                .text("class", question.permissionClass())
                .text("kind", question.kind())
                .text("app", question.app())
                .text("name", names.name(question.app()))
                .text("level", question.level())
                .text("reason", question.reason())
                .text("why", question.why())
                .number("time", question.time())
                .count("times", (int) Math.min(question.times(), Integer.MAX_VALUE))
                .values();
    }

    List<Map<String, Variant<?>>> ledger(
            Map<String, Variant<?>> filter, UInt64 before, UInt32 count) {
        var _ = served.settled();
        return ledger.page(filter, Details.bounded(before), count.longValue());
    }

    /// @throws PortalException `InvalidArgument` if `days` is not 1 to 366
    List<Map<String, Variant<?>>> useByDay(Map<String, Variant<?>> which, UInt32 days) {
        if (days.longValue() < 1 || days.longValue() > MOST_DAYS) {
            throw PortalException.invalidArgument("days is not 1 to 366");
        }
        var meant = Which.of(which, classes.catalogue());
        var zone = ZoneId.systemDefault();
        var first = LocalDate.ofInstant(Instant.now(), zone).minusDays(days.longValue() - 1);
        long since = first.atStartOfDay(zone).toEpochSecond();
        return served.settled().useByDay(filter(meant), since, zone).stream()
                .flatMap(use -> day(use).stream())
                .toList();
    }

    private static GrantFilter filter(Which which) {
        return new GrantFilter(
                which.permission().map(HeldGrants::place),
                which.kind().filter(word -> !word.isEmpty()).map(AppKind::of),
                which.app());
    }

    private Optional<Map<String, Variant<?>>> day(DayUse use) {
        var entry = use.entry();
        return classes.catalogue()
                .at(entry.table().value(), entry.id())
                .map(PermissionClass::id)
                .map(permission ->
                        new Dictionary()
                                .number("day", use.day())
                                .text("class", permission)
                                .count("uses", (int) Math.min(use.uses(), Integer.MAX_VALUE))
                                .values());
    }

    List<Map<String, Variant<?>>> usage() {
        return UsageList.of(usage, names);
    }

    List<Map<String, Variant<?>>> instances(Map<String, Variant<?>> which) {
        var meant = WhichInstances.of(which);
        return instances.now().stream()
                .filter(meant::includes)
                .map(each -> InstanceDetails.of(each, names))
                .toList();
    }
}
