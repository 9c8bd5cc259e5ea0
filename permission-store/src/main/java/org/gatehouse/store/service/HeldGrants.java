package org.gatehouse.store.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.StoredGrant;
import org.jspecify.annotations.Nullable;

/// What the store holds that belongs to a class of permission.
///
/// Threads: any that may wait for the disk.
final class HeldGrants {

    private final Classes classes;
    private final Supplier<PermissionStore> store;

    HeldGrants(Classes classes, Supplier<PermissionStore> store) {
        this.classes = classes;
        this.store = store;
    }

    /// Those that are meant, sorted as the store sorts them.
    List<HeldGrant> find(Which which) {
        var places = places(which);
        return store.get().grants(filter(which)).stream()
                .filter(stored -> which.isOfKind(stored.kind().map(AppKind::word).orElse("")))
                .flatMap(stored -> held(stored, places.get(stored.entry())))
                .toList();
    }

    private Stream<HeldGrant> held(StoredGrant stored, @Nullable PermissionClass permission) {
        return permission == null
                ? Stream.empty()
                : Stream.of(new HeldGrant(permission, stored, classes.isRetired(permission)));
    }

    private Map<EntryKey, PermissionClass> places(Which which) {
        var places = new HashMap<EntryKey, PermissionClass>();
        which.permission()
                .map(List::of)
                .orElseGet(classes.catalogue()::all)
                .forEach(permission -> places.put(place(permission), permission));
        return places;
    }

    /// Where decisions about a class are kept.
    static EntryKey place(PermissionClass permission) {
        return EntryKey.of(permission.row().table(), permission.row().id());
    }

    private static GrantFilter filter(Which which) {
        Optional<AppKind> kind = which.kind().filter(word -> !word.isEmpty()).map(AppKind::of);
        return new GrantFilter(which.permission().map(HeldGrants::place), kind, which.app());
    }
}
