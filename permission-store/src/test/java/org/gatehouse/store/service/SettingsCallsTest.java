package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: each method, signal and error.
class SettingsCallsTest {

    private static final String MAPS = "org.gnome.Maps";
    private static final long FAR = 4_000_000_000L;
    private static final UInt64 NEWEST = new UInt64(0);

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    private void granted(String permission, String kind, String id, String... words) {
        var _ =
                served.decisions.Remember(
                        permission,
                        permission,
                        kind,
                        id,
                        List.of(words),
                        Listening.dictionary("reason", "to find the way", "accuracy", "exact"));
    }

    @Nested
    class ListClasses {

        @Test
        void saysEverythingOfAClass() {
            var classes = Listening.plain(app.permissions.ListClasses());

            assertThat(classes)
                    .extracting(each -> String.valueOf(each.get("class")))
                    .startsWith("location");
            var location = classes.getFirst();
            assertThat(location)
                    .containsEntry("name", "Location")
                    .containsEntry("usage", "common")
                    .containsEntry("confirmation", "explicit")
                    .containsEntry("default", "ask")
                    .containsEntry("table", "location")
                    .containsEntry("id", "location")
                    .containsEntry("level-label", "Precision")
                    .containsEntry("until-seconds", 3600L)
                    .containsEntry("retired", false)
                    .containsEntry("risks", List.of("privacy", "safety"))
                    .containsEntry(
                            "lifespans",
                            List.of("once", "session", "until", "while-in-use", "always"));
            assertThat((List<?>) location.get("levels")).hasSize(5);
            assertThat(classes)
                    .filteredOn(Listening.says("class", "background"))
                    .singleElement()
                    .extracting("levels")
                    .isEqualTo(List.of());
        }
    }

    @Nested
    class ListApps {

        @Test
        void namesWhoHoldsAskedOrWasRefused() throws Exception {
            installed(MAPS, "Name=Maps\nIcon=org.gnome.Maps");
            granted("location", "flatpak", MAPS, "EXACT", "0");
            granted("background", "flatpak", MAPS, "no");
            served.decisions.Record(
                    Listening.dictionary(
                            "kind",
                            "asked",
                            "table",
                            "location",
                            "id",
                            "location",
                            "app-kind",
                            "snap",
                            "app",
                            "snap.asks"));

            var apps = app.apps();

            assertThat(apps).extracting("app").containsExactly(MAPS, "snap.asks");
            assertThat(apps.getFirst())
                    .containsEntry("kind", "flatpak")
                    .containsEntry("name", "Maps")
                    .containsEntry("icon", "org.gnome.Maps")
                    .containsEntry("installed", true)
                    .containsEntry("in-use", false)
                    .containsEntry("allowed", 1L)
                    .containsEntry("denied", 1L)
                    .containsEntry("version", "");
            assertThat(apps.getLast())
                    .containsEntry("name", "snap.asks")
                    .containsEntry("installed", false);
            assertThat(app.apps("class", "background")).extracting("app").containsExactly(MAPS);
        }
    }

    private void installed(String id, String keys) throws Exception {
        var folder = served.bus.folder().resolve("share/applications");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(id + ".desktop"), "[Desktop Entry]\n" + keys + "\n");
    }

    @Nested
    class ListGrants {

        @Test
        void showsAllTermsOfAGrant() {
            granted("location", "flatpak", MAPS, "CITY", "0");

            assertThat(app.grant("app", MAPS))
                    .containsEntry("class", "location")
                    .containsEntry("kind", "flatpak")
                    .containsEntry("verdict", "allow")
                    .containsEntry("level", "city")
                    .containsEntry("lifespan", "always")
                    .containsEntry("decided-by", "person")
                    .containsEntry("reason", "to find the way")
                    .containsEntry("accuracy", "exact")
                    .containsEntry("uses", 0L)
                    .containsEntry("implied", false)
                    .containsEntry("in-use", false)
                    .containsEntry("words", List.of("CITY", "0"))
                    .doesNotContainKey("until");
        }

        @Test
        void showsRowsOfToolsAndWhatNobodyUnderstands() {
            served.store.SetPermission(
                    "background", true, "background", "org.a.App", List.of("maybe"));
            served.store.SetPermission("mine", true, "mine", "org.a.App", List.of("yes"));

            assertThat(app.grant())
                    .containsEntry("class", "background")
                    .containsEntry("kind", "")
                    .containsEntry("verdict", "unclear")
                    .containsEntry("decided-by", "tool");
        }

        @Test
        void narrowsByClassKindAndApp() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            granted("location", "host", MAPS, "NONE", "0");
            granted("background", "flatpak", "org.b.App", "yes");

            assertThat(app.grants()).hasSize(3);
            assertThat(app.grants("class", "location")).hasSize(2);
            assertThat(app.grants("kind", "host")).extracting("verdict").containsExactly("deny");
            assertThat(app.grants("kind", "")).isEmpty();
            assertThat(app.grants("app", "")).isEmpty();
            assertThat(app.grants("class", "location", "app", "org.b.App")).isEmpty();
        }
    }

    @Nested
    class Set {

        @Test
        void writesTheRowThatOtherToolsRead() {
            app.set(
                    "location",
                    "flatpak",
                    MAPS,
                    "verdict",
                    "allow",
                    "level",
                    "city",
                    "lifespan",
                    "until",
                    "until",
                    FAR);

            assertThat(served.store.GetPermission("location", "location", MAPS))
                    .first()
                    .isEqualTo("CITY");
            assertThat(app.grant())
                    .containsEntry("level", "city")
                    .containsEntry("lifespan", "until")
                    .containsEntry("until", FAR);
            assertThat(app.ledger(1).getFirst())
                    .containsEntry("event", "set")
                    .containsEntry("class", "location")
                    .containsEntry("kind", "flatpak")
                    .containsEntry("app", MAPS);
        }

        @Test
        void allowsTheHighestLevelForAlwaysUnlessTold() {
            app.set("location", "flatpak", MAPS, "verdict", "allow");

            assertThat(app.grant())
                    .containsEntry("level", "exact")
                    .containsEntry("lifespan", "always");
        }

        @Test
        void ofNoKindIsARowForEveryKind() {
            app.set("background", "", MAPS, "verdict", "deny");

            assertThat(app.grant()).containsEntry("kind", "").containsEntry("verdict", "deny");
            assertThat(served.decisions.Find("background", "background", "snap", MAPS).found())
                    .isTrue();
        }

        @Test
        void storesAskOnlyWhereTheClassKnowsIt() {
            app.set("background", "flatpak", MAPS, "verdict", "ask");
            granted("location", "flatpak", MAPS, "EXACT", "0");
            app.set("location", "flatpak", MAPS, "verdict", "ask");

            assertThat(app.grant())
                    .containsEntry("class", "background")
                    .containsEntry("verdict", "ask");
        }

        @Test
        void keepsWhatTheAppSaidAndDid() {
            granted("location", "flatpak", MAPS, "EXACT", "0");

            app.set("location", "flatpak", MAPS, "verdict", "deny");

            assertThat(app.grant())
                    .containsEntry("verdict", "deny")
                    .containsEntry("reason", "to find the way");
            assertThat(app.ledger(1).getFirst()).containsEntry("event", "revoked");
        }

        @Test
        void namesTheKeyThatIsWrong() {
            invalid("verdict", () -> app.set("location", "flatpak", MAPS));
            invalid("verdict", () -> app.set("location", "flatpak", MAPS, "verdict", true));
            invalid("verdict", () -> app.set("location", "flatpak", MAPS, "verdict", "yes"));
            allowing("level", "level", "very");
            allowing("lifespan", "lifespan", "for ever");
            allowing("lifespan", "lifespan", "once");
            allowing("until", "lifespan", "until");
            allowing("until", "lifespan", "until", "until", 1000L);
            invalid(
                    "lifespan",
                    () ->
                            app.set(
                                    "background",
                                    "flatpak",
                                    MAPS,
                                    "verdict",
                                    "allow",
                                    "lifespan",
                                    "while-in-use"));
            invalid(
                    "lifespan",
                    () -> app.set("location", "", MAPS, "verdict", "allow", "lifespan", "session"));
            invalid("app", () -> app.set("location", "flatpak", "", "verdict", "allow"));
            invalid("kind", () -> app.set("location", "rpm", MAPS, "verdict", "allow"));
            refused("NotFound", () -> app.set("teleport", "flatpak", MAPS, "verdict", "allow"));
            assertThat(app.grants()).isEmpty();
        }

        private void allowing(String key, Object... terms) {
            var all = new java.util.ArrayList<Object>(List.of("verdict", "allow"));
            all.addAll(List.of(terms));
            invalid(key, () -> app.set("location", "flatpak", MAPS, all.toArray()));
        }
    }

    @Nested
    class Revoke {

        @Test
        void refusesEverythingOfAnAppAtOnce() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            granted("background", "flatpak", MAPS, "yes");
            granted("location", "flatpak", "org.b.App", "EXACT", "0");
            long before = Listening.number(app.ledger(1).getFirst(), "sequence");

            long sequence = app.revoke("app", MAPS);

            assertThat(sequence).isEqualTo(before + 1);
            assertThat(app.grants("app", MAPS))
                    .extracting("verdict")
                    .containsExactly("deny", "deny");
            assertThat(app.grant("app", "org.b.App")).containsEntry("verdict", "allow");
        }

        @Test
        void refusesAWholeClass() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            served.store.SetPermission(
                    "location", true, "location", "org.b.App", List.of("CITY", "0"));

            app.revoke("class", "location");

            assertThat(app.grants()).extracting("verdict").containsExactly("deny", "deny");
            assertThat(served.store.GetPermission("location", "location", "org.b.App"))
                    .first()
                    .isEqualTo("NONE");
        }

        @Test
        void ofOneAppAndClassIsStoredThoughNothingWas() {
            app.revoke("class", "background", "kind", "host", "app", "tool");

            assertThat(app.grant()).containsEntry("kind", "host").containsEntry("verdict", "deny");
            assertThat(app.revoke("class", "background", "kind", "host", "app", "tool")).isZero();
        }

        @Test
        void needsToBeToldWhat() {
            invalid("class or app", () -> app.revoke());
            invalid("class or app", () -> app.revoke("kind", "host"));
            refused("NotFound", () -> app.revoke("class", "teleport"));
            assertThat(app.revoke("app", "org.nobody")).isZero();
        }
    }

    @Nested
    class Forget {

        @Test
        void removesGrantsAndRows() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            served.store.SetPermission("background", true, "background", MAPS, List.of("no"));

            long sequence = app.forget("app", MAPS);

            assertThat(sequence).isPositive();
            assertThat(app.grants()).isEmpty();
            assertThat(served.store.GetPermission("location", "location", MAPS)).isEmpty();
            assertThat(app.ledger(1).getFirst()).containsEntry("event", "forgotten");
            assertThat(app.forget("app", MAPS)).isZero();
            invalid("class or app", () -> app.forget());
        }
    }

    @Nested
    class Conflicts {

        @Test
        void aChangeBasedOnWhatIsOutdatedIsRefused() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            var seen = app.permissions.ListGrants(Map.of()).sequence();
            granted("location", "flatpak", MAPS, "CITY", "0");

            var deny = Listening.dictionary("verdict", "deny");
            refused(
                    "org.gatehouse.Error.Conflict",
                    () -> app.permissions.Set("location", "flatpak", MAPS, deny, seen));
            refused(
                    "org.gatehouse.Error.Conflict",
                    () -> app.permissions.Revoke(Listening.dictionary("app", MAPS), seen));
            refused(
                    "org.gatehouse.Error.Conflict",
                    () -> app.permissions.Forget(Listening.dictionary("app", MAPS), seen));

            assertThat(app.grant()).containsEntry("level", "city");
        }

        @Test
        void whatElseWasChangedDoesNotMatter() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            var seen = app.permissions.ListGrants(Map.of()).sequence();
            granted("location", "flatpak", "org.b.App", "CITY", "0");

            var deny = Listening.dictionary("verdict", "deny");
            var _ = app.permissions.Set("location", "flatpak", MAPS, deny, seen);

            assertThat(app.grant("app", MAPS)).containsEntry("verdict", "deny");
        }
    }

    @Nested
    class Undo {

        @Test
        void bringsBackWhatWasRevokedWithAllItsTerms() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            granted("background", "flatpak", MAPS, "yes");
            var before = app.grants();
            app.revoke("app", MAPS);
            var change = Listening.plain(app.permissions.LastChange());
            assertThat(change).extractingByKey("text").asString().contains("2 permissions");

            var _ = app.permissions.Undo(new UInt64(Listening.number(change, "sequence")));

            assertThat(app.grants()).isEqualTo(before);
            assertThat(app.ledger(1).getFirst()).containsEntry("event", "undone");
        }

        @Test
        void ofWhatCannotBeUndoneIsNotFound() {
            refused("NotFound", () -> app.permissions.Undo(new UInt64(4711)));
        }

        @Test
        void ofWhatWasChangedSinceIsAConflict() {
            long first = app.set("location", "flatpak", MAPS, "verdict", "allow");
            app.set("location", "flatpak", MAPS, "verdict", "deny");

            refused("org.gatehouse.Error.Conflict", () -> app.permissions.Undo(new UInt64(first)));
        }

        @Test
        void nothingIsThereToUndoAtFirst() {
            assertThat(app.permissions.LastChange()).isEmpty();
        }
    }

    @Nested
    class Ledger {

        @Test
        void isFilteredAndPaged() {
            for (int i = 0; i < 5; i++) {
                granted("location", "flatpak", "org.a.App" + i, "EXACT", "0");
            }
            app.set("background", "host", "tool", "verdict", "deny");

            assertThat(app.ledger(100, "class", "location")).hasSize(5);
            assertThat(app.ledger(100, "kind", "host")).hasSize(1);
            assertThat(app.ledger(100, "app", "org.a.App3")).hasSize(1);
            assertThat(app.ledger(100, "events", List.of("set"))).hasSize(1);
            assertThat(app.ledger(100, "since", FAR)).isEmpty();
            assertThat(app.ledger(100, "until", 1000L)).isEmpty();
            var page = app.ledger(2, "class", "location");
            var next =
                    Listening.plain(
                            app.permissions.Ledger(
                                    Listening.dictionary("class", "location"),
                                    new UInt64(Listening.number(page.getLast(), "sequence")),
                                    new UInt32(2)));
            assertThat(next).extracting("app").containsExactly("org.a.App2", "org.a.App1");
            assertThat(page).allMatch(entry -> Boolean.TRUE.equals(entry.get("intact")));
        }

        @Test
        void refusesPagesWithoutBoundsAndUnknownWords() {
            for (int count : List.of(0, 1001)) {
                refused(
                        "InvalidArgument",
                        () -> app.permissions.Ledger(Map.of(), NEWEST, new UInt32(count)));
            }
            invalid("event", () -> app.ledger(1, "events", List.of("exploded")));
            refused("NotFound", () -> app.ledger(1, "class", "teleport"));
        }
    }

    @Nested
    class UseByDay {

        @Test
        void countsUsesOfToday() {
            granted("location", "flatpak", MAPS, "EXACT", "0");
            used(MAPS);
            used(MAPS);

            var days =
                    Listening.plain(
                            app.permissions.UseByDay(
                                    Listening.dictionary("app", MAPS), new UInt32(7)));

            assertThat(days).hasSize(1);
            assertThat(days.getFirst())
                    .containsEntry("class", "location")
                    .containsEntry("uses", 2L);
            for (int count : List.of(0, 367)) {
                refused(
                        "InvalidArgument",
                        () -> app.permissions.UseByDay(Map.of(), new UInt32(count)));
            }
        }

        private void used(String id) {
            served.decisions.Record(
                    Listening.dictionary(
                            "kind",
                            "used",
                            "table",
                            "location",
                            "id",
                            "location",
                            "app-kind",
                            "flatpak",
                            "app",
                            id));
        }
    }

    private static void invalid(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining("org.freedesktop.portal.Error.InvalidArgument")
                .hasMessageContaining(key);
    }

    private static void refused(String name, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.name()).endsWith(name));
    }

    @Test
    void changesByAnyToolAreToldOf() throws Exception {
        granted("location", "flatpak", MAPS, "EXACT", "0");
        Await.until("the grant is told of", () -> last("flatpak").containsKey("verdict"));
        assertThat(last("flatpak"))
                .containsEntry("verdict", "allow")
                .containsEntry("app", MAPS)
                .containsEntry("level", "exact");

        served.bus.run("flatpak", "permission-reset", MAPS).succeeded();
        Await.until("the end is told of", () -> last("flatpak").isEmpty());

        app.set("location", "flatpak", MAPS, "verdict", "deny");
        Await.until("the refusal is told of", () -> "deny".equals(last("flatpak").get("verdict")));
        served.store.SetPermission("location", true, "location", MAPS, List.of("CITY", "0"));
        Await.until("the row is told of", () -> "city".equals(last("").get("level")));
        Await.until("the end is told of", () -> last("flatpak").isEmpty());
    }

    /// What was told last about a kind of app.
    private Map<String, Object> last(String kind) {
        return app.grants.stream()
                .filter(signal -> signal.kind().equals(kind))
                .reduce((_, later) -> later)
                .map(signal -> Listening.plain(signal.grant()))
                .orElse(Map.of());
    }

    @Test
    void theLedgersGrowthIsToldOfTenTimesASecondAtMost() {
        long start = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            served.store.SetPermission("other", true, "id" + i, "a", List.of("yes"));
        }
        long newest = Listening.number(app.ledger(1).getFirst(), "sequence");

        Await.until(
                "the newest is told of",
                () ->
                        app.ledger.stream()
                                .anyMatch(signal -> Listening.number(signal.sequence()) == newest));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(app.ledger.size()).isLessThanOrEqualTo((int) (seconds * 10) + 2);
    }
}
