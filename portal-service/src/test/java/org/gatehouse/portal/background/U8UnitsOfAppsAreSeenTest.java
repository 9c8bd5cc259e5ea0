package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.identity.AppOfProcess;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.UserUnits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In real control groups: the kernel tells of units, and what was started in one stays in it.
class U8UnitsOfAppsAreSeenTest {

    private static final String NOTES = "app-gnome-org.example.Notes-4711.scope";
    private static final String SNAP = "snap.spot-it.player-0a1b.scope";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /// The leader ends; its child has left its session and its parent.
    private static final String DETACHED = "(setsid sleep 600 < /dev/null > /dev/null 2>&1 &)";

    private final AtomicInteger changes = new AtomicInteger();
    private UserUnits units;
    private AppUnits seen;

    @BeforeEach
    void watch() throws IOException {
        var opened = UserUnits.open();
        Assumptions.assumeTrue(opened.isPresent(), "this process may not make control groups");
        units = opened.get();
        seen =
                new AppUnits(
                        Optional.of(new UnitTree(units.hierarchy(), units.slice())),
                        AppOfProcess::of,
                        app -> app.equals("org.example.Notes"),
                        changes::incrementAndGet);
    }

    @AfterEach
    void close() {
        if (units != null) {
            seen.close();
            units.close();
        }
    }

    @Test
    void aSnapIsToldByItsScopeAndGoesWithIt() {
        assertThat(seen.running()).isEmpty();

        var player = units.start(SNAP, "exec sleep 600");
        awaitChange();
        Await.until("it is seen", A_SECOND, () -> seen.running().size() == 1);
        assertThat(seen.running().getFirst().identity())
                .isEqualTo(new Sandboxed(SandboxKind.SNAP, new AppId("snap.spot-it"), ""));

        int before = changes.get();
        player.destroyForcibly();
        Await.until("the kernel tells", A_SECOND, () -> changes.get() > before);
        Await.until("it is gone", A_SECOND, () -> seen.running().isEmpty());
    }

    @Test
    void aProgramOutsideIsToldByItsUnitIfItIsInstalled() {
        units.start(NOTES, "exec sleep 600");
        units.start("app-org.example.Other-1.scope", "exec sleep 600");
        units.start("gatehouse.service", "exec sleep 600");

        Await.until("it is seen", A_SECOND, () -> !seen.running().isEmpty());

        assertThat(seen.running())
                .extracting(UnitInstance::identity)
                .containsExactly(new Host("org.example.Notes"));
    }

    @Test
    void whatAUnitHasStartedStaysInIt() throws InterruptedException {
        assertThat(units.start(SNAP, DETACHED).waitFor()).isZero();

        var left = seen.running();

        assertThat(left).hasSize(1);
        assertThat(Processes.of(left.getFirst())).hasSize(1);
    }

    @Test
    void onlyProcessesOfTheUnitGetTheSignal() throws SystemCallException, InterruptedException {
        var other = units.start("snap.spot-it.player-ffff.scope", "exec sleep 600");
        units.start(SNAP, DETACHED).waitFor();
        var unit = find(SNAP);

        Processes.each(unit, process -> term(process));

        assertThat(unit.awaitEnd(2_000)).isTrue();
        assertThat(unit.hasEnded()).isTrue();
        assertThat(unit.again()).isEmpty();
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void aWaitForTheEndHasItsTime() throws SystemCallException {
        units.start(SNAP, "exec sleep 600");
        var unit = find(SNAP);

        assertThat(unit.awaitEnd(50)).isFalse();
    }

    @Test
    void nothingIsToldWhileNothingChanges() {
        units.start(SNAP, "exec sleep 600");
        find(SNAP);
        long settled = System.nanoTime() + A_SECOND.toNanos();
        Await.until("the news are told", () -> System.nanoTime() > settled);
        int before = changes.get();

        long later = System.nanoTime() + A_SECOND.multipliedBy(2).toNanos();
        Await.until("a while", () -> System.nanoTime() > later);

        assertThat(changes.get()).isEqualTo(before);
    }

    private UnitInstance find(String unit) {
        Await.until("it is seen", () -> named(unit).size() == 1);
        return named(unit).getFirst();
    }

    private List<UnitInstance> named(String unit) {
        return seen.running().stream().filter(each -> each.id().equals(unit)).toList();
    }

    private void awaitChange() {
        Await.until("the kernel tells", A_SECOND, () -> changes.get() > 0);
    }

    private static void term(Descriptor process) {
        try {
            process.signal(Libc.SIGTERM);
        } catch (SystemCallException e) {
            throw new AssertionError(e);
        }
    }
}
