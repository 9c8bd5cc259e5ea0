package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.store.sqlite.Writes.CAMERA;
import static org.gatehouse.store.sqlite.Writes.CITY;
import static org.gatehouse.store.sqlite.Writes.EXACT;
import static org.gatehouse.store.sqlite.Writes.LOCATION;
import static org.gatehouse.store.sqlite.Writes.MAPS;
import static org.gatehouse.store.sqlite.Writes.MAPS_CAMERA;
import static org.gatehouse.store.sqlite.Writes.NONE;
import static org.gatehouse.store.sqlite.Writes.WEATHER;
import static org.gatehouse.store.sqlite.Writes.change;
import static org.gatehouse.store.sqlite.Writes.decide;
import static org.gatehouse.store.sqlite.Writes.remember;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Decision;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {

    private static final StoredValue SEVEN = new StoredValue("y", new byte[] {7});

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

    @Test
    void aRevocationIsTakenBackWithAllItsTerms() {
        opened.write(remember(MAPS, EXACT));
        var before = granted();
        opened.write(decide(MAPS, NONE));

        long sequence = opened.write(new Write.Undo(0));

        assertThat(granted()).isEqualTo(before);
        var newest = opened.ledger(1).getFirst();
        assertThat(newest.sequence()).isEqualTo(sequence);
        assertThat(newest.event().kind()).isEqualTo(LedgerEvent.Kind.UNDONE);
        assertThat(newest.event().app()).isEqualTo("org.a.Maps");
    }

    @Test
    void itIsToldAsAChange() {
        opened.write(remember(MAPS, EXACT));
        opened.write(decide(MAPS, NONE));
        opened.changes.clear();

        opened.write(new Write.Undo(0));

        var change = opened.changes.remove();
        assertThat(change.entry().of("org.a.Maps")).isEqualTo(EXACT);
        assertThat(change.before().of("org.a.Maps")).isEqualTo(NONE);
        assertThat(change.grants()).containsExactly(MAPS);
    }

    @Test
    void aChangeOfManyIsTakenBackAtOnce() {
        opened.write(remember(MAPS, EXACT));
        opened.write(remember(WEATHER, CITY));
        opened.write(remember(MAPS_CAMERA, List.of("yes")));
        opened.write(
                change(
                        0,
                        new Write.Forget(MAPS),
                        new Write.Forget(WEATHER),
                        new Write.Forget(MAPS_CAMERA)));

        opened.write(new Write.Undo(0));

        assertThat(opened.words("location", "location", "org.b.Weather")).isEqualTo(CITY);
        assertThat(opened.store.decision(MAPS)).isPresent();
        assertThat(opened.store.decision(MAPS_CAMERA)).isPresent();
    }

    @Test
    void aToolsWritesAreTakenBack() {
        opened.write(remember(MAPS, EXACT));
        var before = granted();
        opened.write(new Write.DeletePermission(LOCATION, "org.a.Maps"));
        opened.write(new Write.Undo(0));
        assertThat(granted()).isEqualTo(before);

        opened.set("location", "location", "org.a.Maps", "CITY", "0");
        assertThat(opened.store.decision(MAPS).orElseThrow()).isInstanceOf(Decision.Raw.class);
        opened.write(new Write.Undo(0));
        assertThat(granted()).isEqualTo(before);

        opened.write(new Write.Delete(LOCATION));
        opened.write(new Write.Undo(0));
        assertThat(granted()).isEqualTo(before);
    }

    @Test
    void anEntryThatWasMadeGoesAgain() {
        opened.set("devices", "camera", "app", "yes");

        opened.write(new Write.Undo(0));

        assertThat(opened.store.find(CAMERA)).isEmpty();
        assertThat(opened.changes.toArray(org.gatehouse.store.StoreChange[]::new)[1].deleted())
                .isTrue();
    }

    @Test
    void anEntryThatWasDeletedComesBackWithItsValue() {
        var rows = Map.of("a", List.of("yes"), "b", List.of("no"));
        opened.write(new Write.Set(CAMERA, true, rows, SEVEN));
        var before = opened.store.find(CAMERA);
        opened.write(new Write.Delete(CAMERA));

        opened.write(new Write.Undo(0));

        assertThat(opened.store.find(CAMERA)).isEqualTo(before);
    }

    @Test
    void whatOthersDidSinceStays() {
        opened.set("devices", "camera", "a", "yes");
        opened.write(new Write.DeletePermission(CAMERA, "a"));
        long step = opened.store.sequence();
        opened.set("devices", "camera", "b", "no");

        opened.write(new Write.Undo(step));

        assertThat(opened.store.find(CAMERA).orElseThrow().permissions())
                .containsOnlyKeys("a", "b");
    }

    @Test
    void whatWasChangedSinceIsAConflict() {
        opened.write(remember(MAPS, EXACT));
        long step = opened.write(decide(MAPS, NONE));
        opened.write(remember(MAPS, CITY));

        refused(() -> opened.write(new Write.Undo(step)), PortalException.Kind.CONFLICT);

        assertThat(opened.words("location", "location", "org.a.Maps")).isEqualTo(CITY);
    }

    @Test
    void useSinceIsNoConflict() {
        opened.write(remember(MAPS, EXACT));
        opened.write(decide(MAPS, CITY));
        opened.write(
                new Write.Note(
                        new LedgerEvent(
                                LedgerEvent.Kind.USED,
                                "location",
                                "location",
                                "flatpak",
                                "org.a.Maps",
                                "")));

        opened.write(new Write.Undo(0));

        assertThat(granted().permissions()).isEqualTo(EXACT);
    }

    @Test
    void nothingIsTakenBackTwice() {
        opened.write(remember(MAPS, EXACT));
        long step = opened.write(decide(MAPS, NONE));
        long undone = opened.write(new Write.Undo(step));

        refused(() -> opened.write(new Write.Undo(step)), PortalException.Kind.NOT_FOUND);

        assertThat(opened.store.lastChange().orElseThrow().sequence()).isEqualTo(undone);
    }

    @Test
    void takingBackCanBeTakenBack() {
        opened.write(remember(MAPS, EXACT));
        opened.write(decide(MAPS, NONE));
        opened.write(new Write.Undo(0));

        opened.write(new Write.Undo(0));

        assertThat(granted().permissions()).isEqualTo(NONE);
    }

    @Test
    void whatThePortalKeptIsNoStep() {
        opened.write(remember(MAPS, EXACT));

        assertThat(opened.store.lastChange()).isEmpty();
        refused(() -> opened.write(new Write.Undo(0)), PortalException.Kind.NOT_FOUND);
    }

    @Test
    void stepsOutliveTheProcess() {
        opened.write(remember(MAPS, EXACT));
        long step = opened.write(decide(MAPS, NONE));
        close();
        open();

        assertThat(opened.store.lastChange().orElseThrow().sequence()).isEqualTo(step);
        opened.write(new Write.Undo(step));

        assertThat(granted().permissions()).isEqualTo(EXACT);
    }

    @Test
    void onlyTheNewestHundredCanBeTakenBack() {
        long first = 0;
        for (int i = 0; i < 350; i++) {
            var key = EntryKey.of("table", "id" + i % 200);
            var done =
                    opened.store.submit(
                            new Write.SetPermission(key, true, "app", List.of("w" + i)),
                            Opened.TEST);
            if (i == 0 || i == 249 || i == 250) {
                first = done.join();
            }
        }
        opened.write(
                new Write.SetPermission(EntryKey.of("table", "last"), true, "a", List.of("w")));
        long newest = opened.store.sequence();
        long tooOld = newest - 100;
        assertThat(first).isEqualTo(tooOld);

        refused(() -> opened.write(new Write.Undo(tooOld)), PortalException.Kind.NOT_FOUND);
        opened.write(new Write.Undo(tooOld + 1));

        assertThat(opened.words("table", "id51", "app")).containsExactly("w51");
        close();
        open();
        assertThat(opened.store.status()).isEqualTo(StoreStatus.GOOD);
    }

    private Grant granted() {
        return ((Decision.Granted) opened.store.decision(MAPS).orElseThrow()).grant();
    }

    private static void refused(ThrowingCallable call, PortalException.Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
