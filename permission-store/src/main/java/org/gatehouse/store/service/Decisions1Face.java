package org.gatehouse.store.service;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Decisions1;
import org.gatehouse.bus.Invocation;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.Decision;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Write;

/// What the portal keeps beyond the words of the store: `org.gatehouse.Decisions1`, version 1.
///
/// Threads: the sender's queue or the connection's reading thread; nothing here waits.
final class Decisions1Face implements Decisions1 {

    static final int VERSION = 1;

    private static final int MAX_TEXT = 1024;

    private final Served served;
    private final Predicate<String> isPortal;
    private final PortalReports reports;
    private final String bus;
    private final InstantSource clock;

    /// @param isPortal whether a unique name owns the portal's name now; must not wait
    /// @param bus the GUID of the bus, which names the login session
    Decisions1Face(
            Served served,
            Predicate<String> isPortal,
            PortalReports reports,
            String bus,
            InstantSource clock) {
        this.served = served;
        this.isPortal = isPortal;
        this.reports = reports;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public UInt64 Remember(
            String table,
            String id,
            String kind,
            String app,
            List<String> permissions,
            Map<String, Variant<?>> details) {
        requirePortal();
        if (permissions.isEmpty()) {
            throw PortalException.invalidArgument("a decision without words");
        }
        var given = new Details(details);
        var key = new GrantKey(EntryKey.of(table, id), AppKind.of(kind), app);
        var event = LedgerEvent.Kind.of(given.text("event", "granted"));
        var _ =
                served.write(new Write.Remember(key, grant(permissions, given), event), true)
                        .thenRun(() -> reports.decided(key));
        return new UInt64(0);
    }

    @Override
    @SuppressWarnings("NullAway") // a detached call's return value does not count
    public FindResult Find(String table, String id, String kind, String app) {
        requirePortal();
        var key = new GrantKey(EntryKey.of(table, id), AppKind.of(kind), app);
        return served.read(
                () -> served.store().decision(key).map(Decisions1Face::found).orElse(nothing()));
    }

    @Override
    public void Record(Map<String, Variant<?>> event) {
        requirePortal();
        var given = new Details(event);
        var text = given.text("text", "");
        var _ =
                served.write(
                        new Write.Note(
                                new LedgerEvent(
                                        LedgerEvent.Kind.of(given.text("kind", "")),
                                        given.text("table", ""),
                                        given.text("id", ""),
                                        given.text("app-kind", ""),
                                        given.text("app", ""),
                                        text.substring(0, Math.min(MAX_TEXT, text.length())))),
                        false);
    }

    @Override
    public String getObjectPath() {
        return Permissions1Face.PATH;
    }

    @Override
    public UInt64 Defer(Map<String, Variant<?>> question) {
        requirePortal();
        reports.defer(question);
        return new UInt64(0);
    }

    @Override
    public void ReportUsage(String permission_class, String kind, String app, String state) {
        requirePortal();
        reports.use(permission_class, kind, app, state);
    }

    @Override
    public void ReportInstances(List<Map<String, Variant<?>>> instances) {
        requirePortal();
        reports.running(instances);
    }

    private void requirePortal() {
        if (!isPortal.test(Invocation.current().sender())) {
            throw PortalException.accessDenied("only the portal keeps what apps are allowed");
        }
    }

    private Grant grant(List<String> permissions, Details given) {
        return new Grant(
                permissions,
                Lifespan.of(
                        given.text(Details.LIFESPAN, "always"), given.number(Details.UNTIL), bus),
                Decider.of(given.text(Details.DECIDED_BY, "person")),
                given.text(Details.REASON, ""),
                given.text(Details.ACCURACY, ""),
                given.flag("implied"),
                clock.millis() / 1000,
                0,
                0);
    }

    private static FindResult found(Decision decision) {
        return switch (decision) {
            case Decision.Granted(var grant) ->
                    new FindResult(true, grant.permissions(), Details.of(grant));
            case Decision.Raw(var words) -> new FindResult(true, words, Map.of());
        };
    }

    private static FindResult nothing() {
        return new FindResult(false, List.of(), Map.of());
    }
}
