package org.gatehouse.store.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.TableName;
import org.gatehouse.store.Write;

/// The permission store as the reference has it: `org.freedesktop.impl.portal.PermissionStore`,
/// version 2.
///
/// Threads: the sender's queue or the connection's reading thread; nothing here waits.
final class PermissionStoreFace implements PermissionStore {

    static final String NAME = "org.freedesktop.impl.portal.PermissionStore";
    static final String PATH = "/org/freedesktop/impl/portal/PermissionStore";
    static final int VERSION = 2;

    private final Served served;
    private final PolicyWatch policy;

    PermissionStoreFace(Served served, PolicyWatch policy) {
        this.served = served;
        this.policy = policy;
    }

    /// The signal that tells of a change.
    static Changed changed(StoreChange change) {
        return new Changed(
                change.key().table().value(),
                change.key().id(),
                change.deleted(),
                raw(change.entry().data()),
                change.entry().permissions());
    }

    @Override
    @SuppressWarnings("NullAway") // a detached call's return value does not count
    public LookupResult Lookup(String table, String id) {
        var key = EntryKey.of(table, id);
        return read(() -> {
            var entry = existing(key);
            return new LookupResult(rows(key, entry), raw(entry.data()));
        });
    }

    /// The rows; where everybody has what the place is about, each says so.
    private Map<String, List<String>> rows(EntryKey key, Entry entry) {
        var everybody = policy.retired(key);
        if (everybody.isEmpty()) {
            return entry.permissions();
        }
        var rows = new LinkedHashMap<>(entry.permissions());
        rows.replaceAll((_, _) -> everybody.get());
        return rows;
    }

    @SuppressWarnings("NullAway") // as in Lookup
    private <T> T read(Supplier<T> query) {
        if (policy.isKnown()) {
            return served.read(query);
        }
        return served.readSlowly(() -> {
            policy.awaitKnown();
            return query.get();
        });
    }

    @Override
    public void Set(
            String table,
            boolean create,
            String id,
            Map<String, List<String>> app_permissions,
            RawVariant data) {
        var key = EntryKey.of(table, id);
        var _ = served.write(new Write.Set(key, create, app_permissions, stored(data)), false);
    }

    @Override
    public void Delete(String table, String id) {
        var _ = served.write(new Write.Delete(EntryKey.of(table, id)), false);
    }

    @Override
    public void SetValue(String table, boolean create, String id, RawVariant data) {
        var _ =
                served.write(
                        new Write.SetValue(EntryKey.of(table, id), create, stored(data)), false);
    }

    @Override
    public void SetPermission(
            String table, boolean create, String id, String app, List<String> permissions) {
        var key = EntryKey.of(table, id);
        var _ = served.write(new Write.SetPermission(key, create, app, permissions), false);
    }

    @Override
    public void DeletePermission(String table, String id, String app) {
        var _ = served.write(new Write.DeletePermission(EntryKey.of(table, id), app), false);
    }

    @Override
    @SuppressWarnings("NullAway") // as in Lookup
    public List<String> GetPermission(String table, String id, String app) {
        var key = EntryKey.of(table, id);
        return read(() -> policy.retired(key).orElseGet(() -> existing(key).of(app)));
    }

    @Override
    @SuppressWarnings("NullAway") // as in Lookup
    public List<String> List(String table) {
        var name = new TableName(table);
        return served.readSlowly(() -> served.store().ids(name));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    private Entry existing(EntryKey key) {
        return served.store()
                .find(key)
                .orElseThrow(() -> PortalException.notFound("no entry for this id"));
    }

    private static RawVariant raw(StoredValue value) {
        return new RawVariant(value.signature(), value.bytes());
    }

    private static StoredValue stored(RawVariant value) {
        return new StoredValue(value.signature(), value.bytes());
    }
}
