package org.gatehouse.documents.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.protocol.PortalException;

/// A permission store in memory that can fail in ways a real one cannot be made to on demand.
///
/// Threads: any.
public final class ScriptedStore implements PermissionStore, AutoCloseable {

    /// How it answers.
    public enum Mode {
        SERVING,
        /// Takes writes and never answers.
        SILENT,
        /// Refuses writes, as on a full disk.
        FULL
    }

    private static final String NAME = "org.freedesktop.impl.portal.PermissionStore";
    private static final String PATH = "/org/freedesktop/impl/portal/PermissionStore";

    private final BusConnection bus;
    private final Map<String, LookupResult> entries = new ConcurrentHashMap<>();
    private volatile Mode mode = Mode.SERVING;

    /// Serves on this connection, which is closed with it.
    public ScriptedStore(BusConnection bus) {
        this.bus = bus;
        bus.export(
                PATH,
                List.of(
                        ExportedInterface.<PermissionStore>of(PermissionStore.class, this)
                                .property("version", () -> new UInt32(2))));
        if (!bus.requestName(NAME, Set.of())) {
            throw new IllegalStateException("there is a store already");
        }
    }

    public void mode(Mode now) {
        mode = now;
    }

    /// The apps of an entry; none if there is no entry.
    public Map<String, List<String>> rows(String id) {
        var entry = entries.get(id);
        return entry == null ? Map.of() : entry.permissions();
    }

    public Set<String> ids() {
        return entries.keySet();
    }

    @Override
    public LookupResult Lookup(String table, String id) {
        return existing(id);
    }

    private LookupResult existing(String id) {
        var entry = entries.get(id);
        if (entry == null) {
            throw PortalException.notFound("no entry");
        }
        return entry;
    }

    @Override
    public void Set(
            String table,
            boolean create,
            String id,
            Map<String, List<String>> app_permissions,
            RawVariant data) {
        write(id, new LookupResult(app_permissions, data));
    }

    @Override
    public void Delete(String table, String id) {
        var entry = existing(id);
        if (isWritten()) {
            entries.remove(id);
            bus.emit(PATH, new Changed(table, id, true, entry.data(), entry.permissions()));
        }
    }

    @Override
    public void SetValue(String table, boolean create, String id, RawVariant data) {
        write(id, new LookupResult(existing(id).permissions(), data));
    }

    @Override
    public void SetPermission(
            String table, boolean create, String id, String app, List<String> permissions) {
        var rows = new LinkedHashMap<>(existing(id).permissions());
        rows.put(app, permissions);
        write(id, new LookupResult(rows, existing(id).data()));
    }

    @Override
    public void DeletePermission(String table, String id, String app) {
        var rows = new LinkedHashMap<>(existing(id).permissions());
        rows.remove(app);
        write(id, new LookupResult(rows, existing(id).data()));
    }

    private void write(String id, LookupResult entry) {
        if (isWritten()) {
            entries.put(id, entry);
            bus.emit(PATH, new Changed("documents", id, false, entry.data(), entry.permissions()));
        }
    }

    private boolean isWritten() {
        return switch (mode) {
            case SERVING -> true;
            case FULL -> throw PortalException.failed("no space left");
            case SILENT -> {
                var _ = Invocation.current().detach();
                yield false;
            }
        };
    }

    @Override
    public List<String> GetPermission(String table, String id, String app) {
        return existing(id).permissions().getOrDefault(app, List.of());
    }

    @Override
    public List<String> List(String table) {
        return List.copyOf(entries.keySet());
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        bus.close();
    }
}
