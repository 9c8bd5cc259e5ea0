package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rule, on folders that look like control groups. [U8UnitsOfAppsAreSeenTest] has real ones.
class AppUnitsTest {

    private static final String PLACE = "user-1.slice/user@1.service/app.slice";
    private static final Host NOTES = new Host("org.example.Notes");
    private static final Sandboxed MUSIC =
            new Sandboxed(SandboxKind.LINYAPS, new AppId("org.example.Music"), "");
    private static final Sandboxed SYNC =
            new Sandboxed(SandboxKind.FLATPAK, new AppId("org.example.Sync"), "7");
    private static final Sandboxed SNAP =
            new Sandboxed(SandboxKind.SNAP, new AppId("snap.spot-it"), "");

    private final Map<Integer, AppIdentity> identities = new HashMap<>();
    @TempDir private Path hierarchy;
    private AppUnits units;

    @BeforeEach
    void watch() throws IOException {
        units =
                new AppUnits(
                        Optional.of(new UnitTree(hierarchy, "user-1.slice")),
                        pid -> Optional.ofNullable(identities.get(pid)),
                        Set.of("org.example.Notes")::contains,
                        () -> {});
    }

    @AfterEach
    void close() {
        units.close();
    }

    @Test
    void theSandboxInAUnitCountsAndNotWhoeverStartedIt() throws IOException {
        unit("app-DDE-org.example.Music-1.scope", NOTES, MUSIC);

        assertThat(units.running()).extracting(UnitInstance::identity).containsExactly(MUSIC);
    }

    @Test
    void aProgramThatBecomesASandboxIsSeenAsOne() throws IOException {
        var folder = unit("app-DDE-org.example.Music-1.scope", NOTES);
        assertThat(units.running()).extracting(UnitInstance::identity).containsExactly(NOTES);

        put(folder, MUSIC);

        assertThat(units.running()).extracting(UnitInstance::identity).containsExactly(MUSIC);
    }

    @Test
    void aFlatpakAppInAUnitIsKnownByAnotherWay() throws IOException {
        unit("app-gnome-org.example.Sync-1.scope", SYNC);
        unit("app-flatpak-org.example.Sync-2.scope", SYNC);

        assertThat(units.running()).isEmpty();
    }

    @Test
    void unitsOfNoAppAndUnitsWithoutAProcessAreNone() throws IOException {
        unit("gatehouse.service", NOTES);
        unit("session.slice/org.gnome.Shell@x11.service", NOTES);
        Files.writeString(
                unit("app-org.example.Notes-2.scope", NOTES).resolve(ControlGroup.EVENTS),
                "populated 0\nfrozen 0\n");

        assertThat(units.running()).isEmpty();
    }

    @Test
    void unitsBelowASliceOfTheirOwnAreFound() throws IOException {
        unit("app-gnome.slice/snap.spot-it.player-1.scope", SNAP);

        assertThat(units.running())
                .extracting(UnitInstance::path)
                .containsExactly(PLACE + "/app-gnome.slice/snap.spot-it.player-1.scope");
    }

    @Test
    void theUnitOfAnAutostartEntrySaysSo() throws IOException {
        unit("app-org.example.Notes@autostart.service", NOTES);
        unit("snap.spot-it.daemon.service", SNAP);

        assertThat(units.running())
                .extracting(UnitInstance::isFromAutostartEntry, UnitInstance::isService)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(true, false),
                        org.assertj.core.groups.Tuple.tuple(false, true));
    }

    @Test
    void theSliceOfThePersonIsFoundInAnyPath() {
        var ours = "user.slice/user-1000.slice";

        assertThat(UnitTree.path("0::/" + ours + "/session-2.scope\n")).contains(ours);
        assertThat(UnitTree.path("0::/" + ours + "/user@1000.service/app.slice/x.service\n"))
                .contains(ours);
        assertThat(UnitTree.path("0::/box/" + ours + "/session-2.scope\n")).contains("box/" + ours);
        assertThat(UnitTree.path("0::/system.slice/cron.service\n")).isEmpty();
        assertThat(UnitTree.path("1:name=systemd:/" + ours + "\n")).isEmpty();
    }

    private Path unit(String name, AppIdentity... members) throws IOException {
        var folder = hierarchy.resolve(PLACE).resolve(name);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ControlGroup.EVENTS), "populated 1\nfrozen 0\n");
        Files.writeString(folder.resolve("cgroup.procs"), "");
        for (var member : members) {
            put(folder, member);
        }
        return folder;
    }

    private void put(Path folder, AppIdentity member) throws IOException {
        int pid = identities.size() + 1_000_000_000;
        identities.put(pid, member);
        var file = folder.resolve("cgroup.procs");
        Files.writeString(file, Files.readString(file) + pid + "\n");
    }
}
