package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Decisions1.FindResult;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Permissions1FaceTest {

    private static final List<String> EXACT = List.of("EXACT", "1789000000");

    private static ServedStore served;

    @BeforeAll
    static void start() throws Exception {
        served = ServedStore.start();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void aDecisionIsKeptWithItsTermsAndShownToOtherTools() {
        var terms =
                Map.<String, Variant<?>>of(
                        "lifespan", new Variant<>("until"),
                        "until", new Variant<>(new UInt64(4_000_000_000L)),
                        "decided-by", new Variant<>("person"),
                        "reason", new Variant<>("to find the way"),
                        "accuracy", new Variant<>("exact"));

        var sequence = served.decisions.Remember("t1", "id", "flatpak", "org.a.App", EXACT, terms);

        assertThat(sequence.value().longValue()).isPositive();
        var found = find("t1", "flatpak");
        assertThat(found.permissions()).isEqualTo(EXACT);
        terms.forEach(
                (key, value) -> assertThat(text(found.details(), key)).isEqualTo(value.getValue()));
        assertThat(served.store.GetPermission("t1", "id", "org.a.App")).isEqualTo(EXACT);
        Await.until(
                "it is told",
                () -> served.changes.stream().anyMatch(change -> change.table().equals("t1")));
    }

    @Test
    void kindsOfAppsNeverMix() {
        var _ = served.decisions.Remember("t2", "id", "flatpak", "org.a.App", EXACT, Map.of());

        assertThat(find("t2", "flatpak").found()).isTrue();
        assertThat(find("t2", "host").found()).isFalse();
        assertThat(find("t2", "snap").found()).isFalse();
    }

    @Test
    void aRawRowHoldsForEveryKind() {
        served.store.SetPermission("t3", true, "id", "org.a.App", EXACT);

        for (var kind : List.of("flatpak", "snap", "linyaps", "click", "host")) {
            assertThat(find("t3", kind).permissions()).isEqualTo(EXACT);
        }
    }

    @Test
    void whatIsOverIsNotFound() {
        var over =
                Map.<String, Variant<?>>of(
                        "lifespan",
                        new Variant<>("until"),
                        "until",
                        new Variant<>(new UInt64(1000)));

        var _ = served.decisions.Remember("t4", "id", "flatpak", "org.a.App", EXACT, over);

        assertThat(find("t4", "flatpak").found()).isFalse();
        Await.until(
                "its row goes",
                () -> served.store.GetPermission("t4", "id", "org.a.App").isEmpty());
    }

    @Test
    void wrongWordsAreInvalidAndChangeNothing() {
        for (var details :
                List.<Map<String, Variant<?>>>of(
                        Map.of("lifespan", new Variant<>("once")),
                        Map.of("lifespan", new Variant<>(new UInt32(1))),
                        Map.of("lifespan", new Variant<>("until")),
                        Map.of("decided-by", new Variant<>("me")))) {
            refused(
                    "InvalidArgument",
                    () -> served.decisions.Remember("t5", "id", "flatpak", "a", EXACT, details));
        }
        refused(
                "InvalidArgument",
                () -> served.decisions.Remember("t5", "id", "rpm", "a", EXACT, Map.of()));
        refused(
                "InvalidArgument",
                () -> served.decisions.Remember("../t5", "id", "host", "a", EXACT, Map.of()));
        assertThat(served.store.List("t5")).isEmpty();
    }

    @Test
    void onlyThePortalRecords() {
        var other = ServedStore.decisions(served.client);

        refused("AccessDenied", () -> other.Record(Map.of("kind", new Variant<>("used"))));
        refused("AccessDenied", () -> other.Remember("t7", "id", "flatpak", "a", EXACT, Map.of()));
        refused("AccessDenied", () -> other.Find("t7", "id", "flatpak", "a"));
        assertThat(served.store.List("t7")).isEmpty();
    }

    @Test
    void theLedgerIsReadBackwardsAndIntact() {
        for (int i = 0; i < 5; i++) {
            served.store.SetPermission("t6", true, "id" + i, "a", List.of("yes"));
        }

        var newest = served.permissions.Ledger(Map.of(), new UInt64(0), new UInt32(2));
        var before = served.permissions.Ledger(Map.of(), number(newest.getLast()), new UInt32(2));

        assertThat(newest).hasSize(2);
        assertThat(number(before.getFirst()).longValue())
                .isEqualTo(number(newest.getLast()).longValue() - 1);
        assertThat(newest).allMatch(event -> Boolean.TRUE.equals(text(event, "intact")));
    }

    private static FindResult find(String table, String kind) {
        return served.decisions.Find(table, "id", kind, "org.a.App");
    }

    private static Object text(Map<String, Variant<?>> details, String key) {
        var value = details.get(key);
        return value == null ? "" : value.getValue();
    }

    private static UInt64 number(Map<String, Variant<?>> event) {
        return (UInt64) text(event, "sequence");
    }

    private static void refused(String name, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.name()).endsWith(name));
    }
}
