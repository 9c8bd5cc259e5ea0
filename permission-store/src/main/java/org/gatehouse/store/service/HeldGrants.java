package org.gatehouse.store.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decision;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
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
        if (which.permission().isPresent() && which.kind().isPresent() && which.app().isPresent()) {
            return one(which.permission().get(), which.kind().get(), which.app().get());
        }
        var places = places(which);
        var retired = new HashMap<String, Boolean>();
        return store.get().grants(filter(which)).stream()
                .filter(stored -> which.isOfKind(stored.kind().map(AppKind::word).orElse("")))
                .flatMap(stored -> held(stored, places.get(stored.entry()), retired))
                .toList();
    }

    /// A single one is found by its key, which is much quicker than a list.
    private List<HeldGrant> one(PermissionClass permission, String word, String app) {
        // a row that names no kind holds for this one as well
        var kind = word.isEmpty() ? AppKind.HOST : AppKind.of(word);
        var place = place(permission);
        var found = store.get().decision(new GrantKey(place, kind, app));
        return found.stream()
                .flatMap(decision -> stored(place, kind, app, decision))
                .filter(stored -> stored.kind().isPresent() != word.isEmpty())
                .flatMap(stored -> held(stored, permission, new HashMap<>()))
                .toList();
    }

    private static Stream<StoredGrant> stored(
            EntryKey place, AppKind kind, String app, Decision decision) {
        return Stream.of(
                switch (decision) {
                    case Decision.Granted(var grant) ->
                            new StoredGrant(
                                    place,
                                    Optional.of(kind),
                                    app,
                                    grant.permissions(),
                                    Optional.of(grant));
                    case Decision.Raw(var words) ->
                            new StoredGrant(place, Optional.empty(), app, words, Optional.empty());
                });
    }

    /// @param retired what is known already: id of a class → whether it is retired
    private Stream<HeldGrant> held(
            StoredGrant stored,
            @Nullable PermissionClass permission,
            Map<String, Boolean> retired) {
        if (permission == null) {
            return Stream.empty();
        }
        boolean isRetired =
                retired.computeIfAbsent(permission.id(), _ -> classes.isRetired(permission));
        return Stream.of(new HeldGrant(permission, stored, isRetired));
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
