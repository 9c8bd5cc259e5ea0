package org.gatehouse.portal.fake;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.Decisions1;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.protocol.PortalException;

/// A permission store in memory, with the terms of grants, that can fail in ways a real one cannot
/// be made to on demand. Only the table `location`, entry `location`.
public final class Store implements AutoCloseable {

    /// How it answers.
    public enum Mode {
        SERVING,
        /// Takes calls and never answers.
        SILENT,
        /// Answers with an error.
        FAILING
    }

    private static final String NAME = "org.freedesktop.impl.portal.PermissionStore";
    private static final String PATH = "/org/freedesktop/impl/portal/PermissionStore";
    private static final String OURS = "org.gatehouse.Permissions1";
    private static final String OURS_PATH = "/org/gatehouse/Permissions1";

    private record Grant(List<String> row, Map<String, Variant<?>> details) {}

    private final BusConnection bus;
    private final Map<String, List<String>> rows = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final List<String> ledger = new CopyOnWriteArrayList<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final List<Map<String, Variant<?>>> deferred = new CopyOnWriteArrayList<>();
    private volatile List<Map<String, Variant<?>>> running = List.of();
    private volatile List<String> situations = List.of();
    private volatile Mode mode = Mode.SERVING;

    /// Serves on this connection, which is closed with it.
    public Store(BusConnection bus) {
        this.bus = bus;
        bus.export(PATH, List.of(rowsFace()));
        bus.export(
                OURS_PATH,
                List.of(ExportedInterface.of(Decisions1.class, new Terms()), settingsFace()));
        bus.requestName(OURS, Set.of());
        bus.requestName(NAME, Set.of());
    }

    private ExportedInterface<PermissionStore> rowsFace() {
        return ExportedInterface.<PermissionStore>of(PermissionStore.class, new Rows())
                .property("version", () -> new UInt32(2));
    }

    /// What settings see of it, as far as the portal asks for that.
    private ExportedInterface<Permissions1> settingsFace() {
        var face =
                (Permissions1)
                        Proxy.newProxyInstance(
                                Permissions1.class.getClassLoader(),
                                new Class<?>[] {Permissions1.class},
                                (_, method, _) ->
                                        switch (method.getName()) {
                                            case "getObjectPath" -> OURS_PATH;
                                            case "ListDeferred" -> List.copyOf(deferred);
                                            default -> throw new AssertionError(method.getName());
                                        });
        return ExportedInterface.<Permissions1>of(Permissions1.class, face)
                .property("Situations", () -> situations);
    }

    /// Says in which situations the person is.
    public void situations(String... now) {
        situations = List.of(now);
        bus.emitPropertiesChanged(
                OURS_PATH,
                Permissions1.class,
                Map.of("Situations", new Variant<>(situations, "as")));
    }

    /// The questions that wait, as `class kind app level why reason`.
    public List<String> deferred() {
        return deferred.stream()
                .map(each ->
                        String.join(
                                " ",
                                List.of("class", "kind", "app", "level", "why", "reason").stream()
                                        .map(key -> Terms.text(each, key))
                                        .toList()))
                .toList();
    }

    /// What runs, as it was reported last.
    public List<Map<String, Variant<?>>> running() {
        return running;
    }

    /// The connection, to call the portal as the store.
    public BusConnection bus() {
        return bus;
    }

    public void mode(Mode now) {
        mode = now;
    }

    /// What a tool does: writes a row, which names no kind of caller.
    public void set(String app, String... strings) {
        rows.put(app, List.of(strings));
        grants.keySet().removeIf(key -> key.endsWith("/" + app));
        changed();
    }

    /// What a tool does: removes an app's row.
    public void remove(String app) {
        rows.remove(app);
        grants.keySet().removeIf(key -> key.endsWith("/" + app));
        changed();
    }

    /// Changes a row without a word, as if it happened while nobody listened.
    public void setSilently(String app, String... strings) {
        rows.put(app, List.of(strings));
        grants.keySet().removeIf(key -> key.endsWith("/" + app));
    }

    /// The row of an app; empty if there is none.
    public List<String> row(String app) {
        return rows.getOrDefault(app, List.of());
    }

    /// A term of a grant, `""` if there is none.
    public String term(String kind, String app, String key) {
        var grant = grants.get(kind + "/" + app);
        var value = grant == null ? null : grant.details().get(key);
        return value == null ? "" : value.getValue().toString();
    }

    /// What was told, as `kind app text`.
    public List<String> ledger() {
        return ledger;
    }

    /// How many decisions were written through the bus.
    public int writes() {
        return writes.get();
    }

    private void changed() {
        bus.emit(
                PATH,
                new PermissionStore.Changed(
                        "location", "location", false, RawVariant.ZERO_BYTE, new HashMap<>(rows)));
    }

    private void admit() {
        switch (mode) {
            case SERVING -> {}
            case SILENT -> Invocation.current().detach();
            case FAILING -> throw PortalException.failed("the database is damaged");
        }
    }

    private final class Terms implements Decisions1 {

        @Override
        public UInt64 Remember(
                String table,
                String id,
                String kind,
                String app,
                List<String> permissions,
                Map<String, Variant<?>> details) {
            admit();
            writes.incrementAndGet();
            rows.put(app, permissions);
            grants.put(kind + "/" + app, new Grant(permissions, new LinkedHashMap<>(details)));
            changed();
            return new UInt64(writes.get());
        }

        @Override
        public FindResult Find(String table, String id, String kind, String app) {
            admit();
            var grant = grants.get(kind + "/" + app);
            if (grant != null) {
                return new FindResult(true, grant.row(), grant.details());
            }
            boolean ofAnother = grants.keySet().stream().anyMatch(key -> key.endsWith("/" + app));
            var row = ofAnother ? null : rows.get(app);
            return row == null
                    ? new FindResult(false, List.of(), Map.of())
                    : new FindResult(true, row, Map.of());
        }

        @Override
        public void Record(Map<String, Variant<?>> event) {
            ledger.add(text(event, "kind") + " " + text(event, "app") + " " + text(event, "text"));
        }

        static String text(Map<String, Variant<?>> event, String key) {
            var value = event.get(key);
            return value == null ? "" : value.getValue().toString();
        }

        @Override
        public UInt64 Defer(Map<String, Variant<?>> question) {
            deferred.add(question);
            return new UInt64(deferred.size());
        }

        @Override
        public void ReportUsage(String permission_class, String kind, String app, String state) {
            ledger.add(state + " " + permission_class + " " + app);
        }

        @Override
        public void ReportInstances(List<Map<String, Variant<?>>> instances) {
            running = List.copyOf(instances);
        }

        @Override
        public String getObjectPath() {
            return OURS_PATH;
        }
    }

    private final class Rows implements PermissionStore {

        @Override
        public LookupResult Lookup(String table, String id) {
            admit();
            return new LookupResult(new HashMap<>(rows), RawVariant.ZERO_BYTE);
        }

        @Override
        public void SetPermission(
                String table, boolean create, String id, String app, List<String> permissions) {
            admit();
            writes.incrementAndGet();
            set(app, permissions.toArray(String[]::new));
        }

        @Override
        public void Set(
                String table,
                boolean create,
                String id,
                Map<String, List<String>> app_permissions,
                RawVariant data) {
            throw PortalException.notAllowed("not here");
        }

        @Override
        public void Delete(String table, String id) {
            throw PortalException.notAllowed("not here");
        }

        @Override
        public void SetValue(String table, boolean create, String id, RawVariant data) {
            throw PortalException.notAllowed("not here");
        }

        @Override
        public void DeletePermission(String table, String id, String app) {
            throw PortalException.notAllowed("not here");
        }

        @Override
        public List<String> GetPermission(String table, String id, String app) {
            return row(app);
        }

        @Override
        public List<String> List(String table) {
            return List.of("location");
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    @Override
    public void close() {
        bus.close();
    }
}
