package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.impl.portal.PermissionStore;
import org.freedesktop.impl.portal.PermissionStore.LookupResult;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.Test;

/// Going from the reference store to ours and back loses nothing.
class ExchangeWithTheReferenceTest {

    private static final RawVariant PATH_AND_NUMBERS =
            new RawVariant(
                    "(ayttu)",
                    HexFormat.of()
                            .parseHex("020000002f6100000102030405060708ffffffffffffffff04000000"));
    private static final RawVariant ALWAYS_ASK =
            new RawVariant(
                    "a{sv}",
                    HexFormat.of()
                            .parseHex(
                                    "18000000000000000a000000616c776179732d61736b00016200000001000000"));

    @Test
    void whatOursWroteTheReferenceReads() throws Exception {
        try (var served = ServedStore.start()) {
            var written = write(served.store);
            served.stop();

            try (var reference = ReferenceStore.start(served.bus)) {
                assertThat(read(reference.store, written)).isEqualTo(written);
            }
        }
    }

    @Test
    void whatTheReferenceWroteOursReads() throws Exception {
        try (var bus = PrivateBus.start()) {
            Map<List<String>, LookupResult> written;
            try (var reference = ReferenceStore.start(bus)) {
                written = write(reference.store);
            }

            try (var role = ServedStore.start(bus, Map.of());
                    var client = bus.connect()) {
                assertThat(read(ServedStore.store(client), written)).isEqualTo(written);
                assertThat(role.ended()).isNotDone();
            }
        }
    }

    @Test
    void whatTheReferenceChangedMeanwhileCounts() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission(
                    "location", true, "location", "org.a.App", List.of("EXACT", "1"));
            served.store.SetPermission("other", true, "id", "org.a.App", List.of("yes"));
            served.stop();
            try (var reference = ReferenceStore.start(served.bus)) {
                reference.store.SetPermission(
                        "location", false, "location", "org.a.App", List.of("NONE", "0"));
                reference.store.SetPermission("new", true, "id", "org.a.App", List.of("yes"));
            }

            served.restart();

            assertThat(served.store.GetPermission("location", "location", "org.a.App"))
                    .containsExactly("NONE", "0");
            assertThat(served.store.GetPermission("other", "id", "org.a.App"))
                    .containsExactly("yes");
            assertThat(served.store.GetPermission("new", "id", "org.a.App")).containsExactly("yes");
        }
    }

    @Test
    void whatIsGrantedForTheSessionOnlyIsNotPassedOn() throws Exception {
        try (var served = ServedStore.start()) {
            grant(served, "org.a.App", "session");
            grant(served, "org.b.App", "always");
            served.stop();

            try (var reference = ReferenceStore.start(served.bus)) {
                assertThat(reference.store.Lookup("location", "location").permissions())
                        .containsOnlyKeys("org.b.App");
            }
        }
    }

    private static void grant(ServedStore served, String app, String lifespan) {
        var _ =
                served.decisions.Remember(
                        "location",
                        "location",
                        "flatpak",
                        app,
                        List.of("EXACT", "0"),
                        Map.of("lifespan", new org.freedesktop.dbus.types.Variant<>(lifespan)));
    }

    private static Map<List<String>, LookupResult> write(PermissionStore store) {
        var many = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < 300; i++) {
            many.put("org.example.App" + i, List.of("read", "write", "w" + i));
        }
        store.Set("location", true, "location", many, RawVariant.ZERO_BYTE);
        store.Set(
                "documents", true, "a1b2", Map.of("org.a.App", List.of("read")), PATH_AND_NUMBERS);
        store.Set(
                "desktop-used-apps",
                true,
                "text/plain",
                Map.of("", List.of("vi", "1", "3")),
                ALWAYS_ASK);
        store.SetValue("only-data", true, "ü €", ALWAYS_ASK);
        for (int i = 0; i < 100; i++) {
            store.SetPermission("many", true, "id" + i, "org.a.App", List.of("v" + i));
        }
        var written = new LinkedHashMap<List<String>, LookupResult>();
        for (var table :
                List.of("location", "documents", "desktop-used-apps", "only-data", "many")) {
            for (var id : store.List(table)) {
                written.put(List.of(table, id), store.Lookup(table, id));
            }
        }
        assertThat(written).hasSize(104);
        return written;
    }

    private static Map<List<String>, LookupResult> read(
            PermissionStore store, Map<List<String>, LookupResult> written) {
        var read = new LinkedHashMap<List<String>, LookupResult>();
        for (var key : written.keySet()) {
            read.put(key, store.Lookup(key.get(0), key.get(1)));
        }
        return read;
    }
}
