package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.Permissions1.ImportResult;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.libc.Descriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What one machine exports, another one takes over, whole or not at all.
class ExportAndImportTest {

    private static final int O_RDWR_CREAT = 02 | 0100;
    private static final String MAPS = "org.gnome.Maps";
    private static final long FAR = 4_000_000_000L;

    private ServedStore one;
    private ServedStore other;
    private Listening from;
    private Listening to;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        one = ServedStore.start();
        other = ServedStore.start();
        from = new Listening(one);
        to = new Listening(other);
        file = one.bus.folder().resolve("export.json");
        Files.createFile(file);
    }

    @AfterEach
    void stop() {
        from.close();
        to.close();
        one.close();
        other.close();
    }

    private void fill() {
        remember(
                "location",
                "flatpak",
                MAPS,
                List.of("CITY", "7"),
                "lifespan",
                "until",
                "until",
                FAR);
        remember("location", "host", MAPS, List.of("NONE", "8"));
        remember("background", "snap", "snap.a", List.of("yes"), "implied", true);
        remember("background", "flatpak", "org.b.App", List.of("yes"), "lifespan", "session");
        one.store.SetPermission("devices", true, "camera", "org.c.App", List.of("no"));
        one.store.SetPermission("inhibit", true, "inhibit", "org.c.App", List.of("idle", "switch"));
        one.store.SetPermission("documents", true, "d1", "org.c.App", List.of("read"));
    }

    private void remember(
            String permission, String kind, String app, List<String> words, Object... terms) {
        var _ =
                one.decisions.Remember(
                        permission, permission, kind, app, words, Listening.dictionary(terms));
    }

    private void export(Listening app) throws Exception {
        Files.write(file, new byte[0]);
        app.permissions.Export(descriptor());
    }

    private UnixFd descriptor() throws Exception {
        // whoever sends a descriptor has its copy closed by the bus layer
        return new UnixFd(Descriptor.open(file.toString(), O_RDWR_CREAT).number());
    }

    private ImportResult take(Object... options) throws Exception {
        return to.permissions.Import(descriptor(), Listening.dictionary(options));
    }

    @Test
    void theOtherMachineHasEqualGrants() throws Exception {
        fill();
        export(from);

        var result = take();

        assertThat(result.changed().longValue()).isEqualTo(5);
        assertThat(to.grants())
                .isEqualTo(
                        from.grants().stream()
                                .filter(Listening.says("lifespan", "session").negate())
                                .toList());
        assertThat(other.store.GetPermission("location", "location", MAPS))
                .isEqualTo(one.store.GetPermission("location", "location", MAPS));
        assertThat(other.store.Lookup("inhibit", "inhibit"))
                .isEqualTo(one.store.Lookup("inhibit", "inhibit"));
        assertThat(other.store.List("documents")).isEmpty();
    }

    @Test
    void isOneRecordAndOneStepToUndo() throws Exception {
        fill();
        to.set("location", "flatpak", MAPS, "verdict", "deny");
        var before = to.grants();
        export(from);

        long sequence = Listening.number(take().sequence());

        assertThat(to.ledger(1).getFirst())
                .containsEntry("event", "imported")
                .containsEntry("sequence", sequence);
        var _ = to.permissions.Undo(new UInt64(sequence));
        assertThat(to.grants()).isEqualTo(before);
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        fill();
        export(from);
        var _ = take();
        var newest = to.ledger(1);

        var again = take();

        assertThat(again.changed().longValue()).isZero();
        assertThat(again.sequence()).isEqualTo(new UInt64(0));
        assertThat(to.ledger(1)).isEqualTo(newest);
        var first = Files.readString(file);
        export(to);
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void canBeTriedWithoutEffect() throws Exception {
        fill();
        export(from);

        var result = take("check", true);

        assertThat(result.changed().longValue()).isEqualTo(5);
        assertThat(result.sequence()).isEqualTo(new UInt64(0));
        assertThat(to.grants()).isEmpty();
    }

    @Test
    void aFileWithOneFaultIsRefusedWhole() throws Exception {
        fill();
        export(from);
        Files.writeString(file, Files.readString(file).replace("\"no\"", "\"no\", 5"));

        assertThatThrownBy(this::take)
                .hasMessageContaining("InvalidArgument")
                .hasMessageContaining("line ")
                .hasMessageContaining("column ");

        assertThat(to.grants()).isEmpty();
        assertThat(to.ledger(1, "events", List.of("imported"))).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndTheServiceLives() throws Exception {
        var head = "{\"format\": \"gatehouse-permissions\", \"version\": 1, \"tables\": {\n";
        try (var out = Files.newBufferedWriter(file)) {
            out.write(head);
            var spaces = " ".repeat(1 << 20) + "\n";
            for (int i = 0; i < 65; i++) {
                out.write(spaces);
            }
        }

        assertThatThrownBy(this::take).hasMessageContaining("InvalidArgument");
        assertThat(to.permissions.ListClasses()).isNotEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsAnError() {
        assertThatThrownBy(() -> from.permissions.Export(readOnly()))
                .hasMessageContaining("org.freedesktop.portal.Error.Failed");
    }

    private UnixFd readOnly() throws Exception {
        return new UnixFd(Descriptor.open(file.toString(), Descriptor.O_RDONLY).number());
    }

    @Test
    void isWrittenFromTheOffsetOn() throws Exception {
        var descriptor = Descriptor.open(file.toString(), O_RDWR_CREAT);
        descriptor.write("HEAD".getBytes(StandardCharsets.UTF_8));

        from.permissions.Export(new UnixFd(descriptor.number()));

        assertThat(Files.readString(file)).startsWith("HEAD{");
    }
}
