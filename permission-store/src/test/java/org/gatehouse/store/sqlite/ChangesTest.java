package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.store.sqlite.Writes.CAMERA;
import static org.gatehouse.store.sqlite.Writes.CITY;
import static org.gatehouse.store.sqlite.Writes.EXACT;
import static org.gatehouse.store.sqlite.Writes.LOCATION;
import static org.gatehouse.store.sqlite.Writes.MAPS;
import static org.gatehouse.store.sqlite.Writes.MAPS_CAMERA;
import static org.gatehouse.store.sqlite.Writes.MAPS_ON_HOST;
import static org.gatehouse.store.sqlite.Writes.NONE;
import static org.gatehouse.store.sqlite.Writes.WEATHER;
import static org.gatehouse.store.sqlite.Writes.change;
import static org.gatehouse.store.sqlite.Writes.decide;
import static org.gatehouse.store.sqlite.Writes.remember;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

    @TempDir Path home;

    private Opened opened;

    @BeforeEach
    void open() {
        opened = Opened.in(home);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Nested
    class ADecisionOfASettingsApp {

        @Test
        void isSetInTheLedgerAndToldWithWhatWasBefore() {
            opened.write(decide(MAPS, CITY));

            assertThat(newest().event().kind()).isEqualTo(LedgerEvent.Kind.SET);
            var change = opened.changes.remove();
            assertThat(change.before().permissions()).isEmpty();
            assertThat(change.grants()).containsExactly(MAPS);
            assertThat(change.sequence()).isEqualTo(opened.store.sequence());
        }

        @Test
        void isRevokedInTheLedgerWhereItSaysNo() {
            opened.write(remember(MAPS, EXACT));

            opened.write(decide(MAPS, NONE));

            assertThat(newest().event().kind()).isEqualTo(LedgerEvent.Kind.REVOKED);
        }
    }

    @Nested
    class Forgetting {

        @Test
        void takesTheRowAway() {
            opened.write(remember(MAPS, EXACT));

            opened.write(new Write.Forget(MAPS));

            assertThat(opened.store.decision(MAPS)).isEmpty();
            assertThat(words("org.a.Maps")).isEmpty();
            assertThat(newest().event().kind()).isEqualTo(LedgerEvent.Kind.FORGOTTEN);
        }

        @Test
        void leavesTheGrantToAnotherKind() {
            opened.write(remember(MAPS_ON_HOST, CITY));
            opened.write(remember(MAPS, EXACT));

            opened.write(new Write.Forget(MAPS));

            assertThat(opened.store.decision(MAPS)).isEmpty();
            assertThat(opened.store.decision(MAPS_ON_HOST)).isPresent();
            assertThat(words("org.a.Maps")).isEqualTo(CITY);
        }

        @Test
        void whatIsNotThereIsNotFound() {
            opened.set("location", "location", "org.a.Maps", "EXACT", "0");

            refused(() -> opened.write(new Write.Forget(MAPS)), PortalException.Kind.NOT_FOUND);

            assertThat(words("org.a.Maps")).isEqualTo(EXACT);
        }
    }

    @Nested
    class SeveralAsOne {

        @Test
        void areOneRecordAndTellOfEachEntry() {
            opened.write(remember(MAPS, EXACT));
            opened.write(remember(WEATHER, CITY));
            opened.write(remember(MAPS_CAMERA, List.of("yes")));
            long before = opened.store.sequence();
            opened.changes.clear();

            long sequence =
                    opened.write(
                            change(
                                    before,
                                    new Write.Forget(MAPS),
                                    new Write.Forget(MAPS_CAMERA),
                                    decide(WEATHER, NONE)));

            assertThat(sequence).isEqualTo(before + 1).isEqualTo(opened.store.sequence());
            assertThat(opened.changes)
                    .extracting(StoreChange::key)
                    .containsExactly(LOCATION, CAMERA);
            assertThat(opened.changes.peek().grants()).containsExactlyInAnyOrder(MAPS, WEATHER);
            assertThat(words("org.b.Weather")).isEqualTo(NONE);
            assertThat(words("org.a.Maps")).isEmpty();
        }

        @Test
        void areNoneWhereOneIsRefused() {
            opened.write(remember(MAPS, EXACT));
            long before = opened.store.sequence();
            opened.changes.clear();

            refused(
                    () ->
                            opened.write(
                                    change(
                                            0,
                                            decide(MAPS, NONE),
                                            decide(WEATHER, CITY),
                                            new Write.DeletePermission(CAMERA, "org.a.Maps"))),
                    PortalException.Kind.NOT_FOUND);

            assertThat(opened.changes).isEmpty();
            assertThat(opened.store.sequence()).isEqualTo(before);
            assertThat(words("org.a.Maps")).isEqualTo(EXACT);
            assertThat(opened.store.decision(WEATHER)).isEmpty();
            opened.set("location", "location", "after", "EXACT", "1");
            close();
            open();
            assertThat(words("org.a.Maps")).isEqualTo(EXACT);
            assertThat(opened.store.status()).isEqualTo(org.gatehouse.store.StoreStatus.GOOD);
        }

        @Test
        void passOverWhatIsNoLongerThere() {
            opened.write(remember(MAPS, EXACT));

            opened.write(change(0, new Write.Forget(WEATHER), new Write.Forget(MAPS)));

            assertThat(opened.store.decision(MAPS)).isEmpty();
        }

        @Test
        void ofTwoKindsOfOneAppLeaveNoRow() {
            opened.write(remember(MAPS_ON_HOST, CITY));
            opened.write(remember(MAPS, EXACT));

            opened.write(change(0, new Write.Forget(MAPS), new Write.Forget(MAPS_ON_HOST)));

            assertThat(words("org.a.Maps")).isEmpty();
        }
    }

    @Nested
    class AChangeOfWhatWasChangedMeanwhile {

        @Test
        void isAConflict() {
            long seen = opened.write(remember(MAPS, EXACT));
            opened.set("location", "location", "org.a.Maps", "CITY", "0");

            refused(
                    () -> opened.write(change(seen, decide(MAPS, NONE))),
                    PortalException.Kind.CONFLICT);

            assertThat(words("org.a.Maps")).isEqualTo(CITY);
        }

        @Test
        void isNoneWhereItWasAnotherApp() {
            long seen = opened.write(remember(MAPS, EXACT));
            opened.write(remember(WEATHER, EXACT));

            opened.write(change(seen, decide(MAPS, NONE)));

            assertThat(words("org.a.Maps")).isEqualTo(NONE);
        }

        @Test
        void isNoneWhereItWasOnlyUsed() {
            long seen = opened.write(remember(MAPS, EXACT));
            opened.write(
                    new Write.Note(
                            new LedgerEvent(
                                    LedgerEvent.Kind.USED,
                                    "location",
                                    "location",
                                    "flatpak",
                                    "org.a.Maps",
                                    "")));

            opened.write(change(seen, decide(MAPS, NONE)));

            assertThat(words("org.a.Maps")).isEqualTo(NONE);
        }

        @Test
        void isAConflictWhereTheWholeEntryWasSet() {
            long seen = opened.write(remember(MAPS, EXACT));
            opened.write(new Write.Delete(LOCATION));

            refused(
                    () -> opened.write(change(seen, decide(MAPS, NONE))),
                    PortalException.Kind.CONFLICT);
        }

        @Test
        void isAConflictForTheWholeEntryWhereOneAppWas() {
            long seen = opened.write(remember(MAPS, EXACT));
            opened.write(remember(WEATHER, EXACT));

            refused(
                    () -> opened.write(change(seen, new Write.Delete(LOCATION))),
                    PortalException.Kind.CONFLICT);
        }

        @Test
        void isKnownAfterARestart() {
            long seen = opened.write(remember(MAPS, EXACT));
            long now = opened.write(remember(MAPS, CITY));
            close();
            open();

            refused(
                    () -> opened.write(change(seen, decide(MAPS, NONE))),
                    PortalException.Kind.CONFLICT);
            opened.write(change(now, decide(MAPS, NONE)));

            assertThat(words("org.a.Maps")).isEqualTo(NONE);
        }

        @Test
        void isKnownAfterThousandsOfOthers() {
            long seen = opened.write(remember(MAPS, EXACT));
            opened.write(remember(MAPS, CITY));
            for (int i = 0; i < 2_100; i++) {
                var write =
                        new Write.SetPermission(
                                Writes.CAMERA, true, "app" + i % 3_000, List.of("yes"));
                var _ = opened.store.submit(write, Opened.TEST);
            }
            opened.write(new Write.SetValue(CAMERA, true, StoredValue.NONE));

            refused(
                    () -> opened.write(change(seen, decide(MAPS, NONE))),
                    PortalException.Kind.CONFLICT);
        }
    }

    @Nested
    class TheListOfGrants {

        @Test
        void hasGrantsAndRowsOfTools() {
            opened.write(remember(MAPS, EXACT));
            opened.write(remember(MAPS_ON_HOST, CITY));
            opened.set("devices", "camera", "org.c.Tool", "yes");

            assertThat(opened.store.grants(GrantFilter.ALL))
                    .extracting(
                            StoredGrant::entry,
                            StoredGrant::kind,
                            StoredGrant::app,
                            StoredGrant::words)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    CAMERA, Optional.empty(), "org.c.Tool", List.of("yes")),
                            org.assertj.core.groups.Tuple.tuple(
                                    LOCATION, Optional.of(AppKind.FLATPAK), "org.a.Maps", EXACT),
                            org.assertj.core.groups.Tuple.tuple(
                                    LOCATION, Optional.of(AppKind.HOST), "org.a.Maps", CITY));
        }

        @Test
        void isFiltered() {
            opened.write(remember(MAPS, EXACT));
            opened.write(remember(WEATHER, EXACT));
            opened.write(remember(MAPS_CAMERA, List.of("yes")));
            opened.set("devices", "camera", "org.c.Tool", "yes");

            assertThat(
                            list(
                                    new GrantFilter(
                                            Optional.of(CAMERA),
                                            Optional.empty(),
                                            Optional.empty())))
                    .containsExactly("org.a.Maps", "org.c.Tool");
            assertThat(
                            list(
                                    new GrantFilter(
                                            Optional.of(CAMERA),
                                            Optional.of(AppKind.FLATPAK),
                                            Optional.empty())))
                    .containsExactly("org.a.Maps");
            assertThat(
                            list(
                                    new GrantFilter(
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of("org.a.Maps"))))
                    .containsExactly("org.a.Maps", "org.a.Maps");
        }

        private List<String> list(GrantFilter filter) {
            return opened.store.grants(filter).stream().map(StoredGrant::app).toList();
        }
    }

    private org.gatehouse.store.LedgerRecord newest() {
        return opened.ledger(1).getFirst();
    }

    private List<String> words(String app) {
        return opened.words("location", "location", app);
    }

    private static void refused(ThrowingCallable call, PortalException.Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
