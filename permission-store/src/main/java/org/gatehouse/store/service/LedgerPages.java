package org.gatehouse.store.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.PermissionStore;

/// Pages of the ledger as `Permissions1.Ledger` shows them.
///
/// Threads: any that may wait for the disk.
final class LedgerPages {

    private static final long MOST = 1000;

    private final Catalogue catalogue;
    private final Supplier<PermissionStore> store;
    private final AppNames names;

    LedgerPages(Catalogue catalogue, Supplier<PermissionStore> store, AppNames names) {
        this.catalogue = catalogue;
        this.store = store;
        this.names = names;
    }

    /// One page, newest first.
    ///
    /// @param before only records with a smaller number; 0 for the newest
    /// @throws PortalException `InvalidArgument` if `count` is not 1 to 1,000
    List<Map<String, Variant<?>>> page(Map<String, Variant<?>> filter, long before, long count) {
        if (count < 1 || count > MOST) {
            throw PortalException.invalidArgument("count is not 1 to 1,000");
        }
        var given = new Details(filter);
        var events = EnumSet.noneOf(LedgerEvent.Kind.class);
        given.texts("events").forEach(word -> events.add(LedgerEvent.Kind.of(word)));
        var meant =
                Which.of(filter, catalogue)
                        .ledger(events, given.number("since"), given.number("until"));
        return store.get().ledger(meant, before, (int) count).stream().map(this::details).toList();
    }

    private Map<String, Variant<?>> details(LedgerRecord entry) {
        var event = entry.event();
        var place = catalogue.at(event.table(), event.id());
        return new Dictionary()
                .number("sequence", entry.sequence())
                .number("time", entry.time())
                .text("event", event.kind().word())
                .text("class", place.map(PermissionClass::id).orElse(""))
                .text("kind", event.appKind())
                .text("app", event.app())
                .text("name", event.app().isEmpty() ? "" : names.name(event.app()))
                .text("table", event.table())
                .text("id", event.id())
                .text("text", event.text())
                .count("pid", entry.author().pid())
                .text("executable", entry.author().executable())
                .flag("intact", entry.intact())
                .values();
    }
}
