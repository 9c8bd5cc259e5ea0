package org.gatehouse.store.sqlite;

import java.util.List;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Write;

/// Writes as the tests of this package need them.
final class Writes {

    static final EntryKey LOCATION = EntryKey.of("location", "location");
    static final EntryKey CAMERA = EntryKey.of("devices", "camera");
    static final GrantKey MAPS = new GrantKey(LOCATION, AppKind.FLATPAK, "org.a.Maps");
    static final GrantKey MAPS_ON_HOST = new GrantKey(LOCATION, AppKind.HOST, "org.a.Maps");
    static final GrantKey WEATHER = new GrantKey(LOCATION, AppKind.FLATPAK, "org.b.Weather");
    static final GrantKey MAPS_CAMERA = new GrantKey(CAMERA, AppKind.FLATPAK, "org.a.Maps");
    static final List<String> EXACT = List.of("EXACT", "0");
    static final List<String> CITY = List.of("CITY", "0");
    static final List<String> NONE = List.of("NONE", "0");

    private Writes() {}

    static Grant grant(List<String> words) {
        return new Grant(
                words,
                new Lifespan.Always(),
                Decider.PERSON,
                "to find it",
                "EXACT",
                false,
                7,
                0,
                0);
    }

    static Write.Remember remember(GrantKey key, List<String> words) {
        return new Write.Remember(key, grant(words), LedgerEvent.Kind.GRANTED);
    }

    static Write.Decide decide(GrantKey key, List<String> words) {
        return new Write.Decide(key, grant(words));
    }

    static Write.Change change(long basedOn, Write.EntryWrite... parts) {
        var event = LedgerEvent.aboutTheStore(LedgerEvent.Kind.SET, "several");
        return new Write.Change(List.of(parts), event, basedOn, 0);
    }
}
