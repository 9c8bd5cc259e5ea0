package org.gatehouse.store.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.Write.Decide;
import org.gatehouse.store.Write.EntryWrite;
import org.gatehouse.store.Write.SetPermission;
import org.gatehouse.store.Write.SetValue;
import org.gatehouse.store.exchange.Exported.KindGrant;
import org.gatehouse.store.exchange.Exported.Place;

/// What taking over an export changes in a store: only what differs, so that the same export again
/// changes nothing. What the export does not name stays.
///
/// Threads: one.
public final class ImportPlan {

    private final List<EntryWrite> writes = new ArrayList<>();
    private final Map<EntryKey, Present> present = new HashMap<>();
    private final long now;

    private record Present(Entry entry, Map<GrantKey, Grant> grants) {}

    private ImportPlan(long now) {
        this.now = now;
    }

    /// The writes that make everything hold that the export says.
    ///
    /// @param now seconds since the epoch; a grant that is over by then is not taken
    public static List<EntryWrite> of(Exported exported, PermissionStore store, long now) {
        var plan = new ImportPlan(now);
        var _ =
                store.visit((key, entry, grants) -> {
                    if (exported.entries().containsKey(key)) {
                        plan.present.put(key, new Present(entry, byKey(key, grants)));
                    }
                });
        exported.entries().forEach(plan::add);
        return List.copyOf(plan.writes);
    }

    private static Map<GrantKey, Grant> byKey(EntryKey key, List<StoredGrant> stored) {
        var grants = new HashMap<GrantKey, Grant>();
        for (var each : stored) {
            if (each.kind().isPresent() && each.grant().isPresent()) {
                grants.put(new GrantKey(key, each.kind().get(), each.app()), each.grant().get());
            }
        }
        return grants;
    }

    private void add(EntryKey key, Place place) {
        var here = Optional.ofNullable(present.get(key));
        var data = here.map(each -> each.entry().data()).orElse(StoredValue.NONE);
        if ((here.isEmpty() && place.isBare()) || !place.data().equals(data)) {
            writes.add(new SetValue(key, true, place.data()));
        }
        var rows = here.map(Present::entry).orElse(Entry.EMPTY);
        var grants = here.map(Present::grants).orElse(Map.of());
        place.rows().forEach((app, words) -> addRow(key, app, words, rows, grants));
        place.grants().forEach(grant -> addGrant(key, grant, grants));
    }

    private void addRow(
            EntryKey key, String app, List<String> words, Entry rows, Map<GrantKey, Grant> grants) {
        boolean standsForAGrant = grants.keySet().stream().anyMatch(each -> each.app().equals(app));
        if (standsForAGrant || !rows.of(app).equals(words)) {
            writes.add(new SetPermission(key, true, app, words));
        }
    }

    private void addGrant(EntryKey key, KindGrant given, Map<GrantKey, Grant> grants) {
        var grant = given.grant();
        boolean over = grant.lifespan() instanceof Lifespan.Until(var time) && time <= now;
        var place = new GrantKey(key, given.kind(), given.app());
        if (!over && !grant.equals(grants.get(place))) {
            writes.add(new Decide(place, grant));
        }
    }
}
