package org.gatehouse.documents.mount;

import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.documents.mount.Mounted.EDITOR;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How the mount begins and ends; the exit statuses of the process contract.
@Timeout(90)
class DocumentMountLifeTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir Path folder;

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("a.txt"), "Dear");
    }

    @AfterEach
    void leavesNoMountBehind() throws IOException {
        var mounts = Files.readString(Path.of("/proc/self/mountinfo"));

        assertThat(mounts).doesNotContain(folder.toString());
    }

    private Path point() {
        return folder.resolve("doc");
    }

    private Path served() {
        return point().resolve("by-app/" + EDITOR + "/" + ServedDocument.ID + "/a.txt");
    }

    @Test
    void leavesAnEmptyFolderThatIsTheUsersAlone() throws Exception {
        var mounted = new Mounted(folder);

        mounted.close();

        assertThat(mounted.mount().ended()).isCompletedWithValue(0);
        assertThat(point()).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(point())))
                .isEqualTo("rwx------");
    }

    @Test
    void isMountedAsWhatItIs() throws Exception {
        try (var _ = new Mounted(folder)) {
            var mounts = Files.readString(Path.of("/proc/self/mountinfo"));

            assertThat(mounts.lines().filter(line -> line.contains(point().toString())))
                    .singleElement()
                    .asString()
                    .contains(" - fuse.portal portal ")
                    .contains("nosuid,nodev");
        }
    }

    @Test
    void endsWhileSomethingIsOpen() throws Exception {
        var mounted = new Mounted(folder);
        var shown = mounted.of(EDITOR).resolve(mounted.addFile("a", file()));
        mounted.grant("a", EDITOR, DocumentPermission.READ);
        var open = FileChannel.open(shown, READ);

        mounted.close();

        assertThat(mounted.mount().ended()).isCompletedWithValue(0);
        assertThatThrownBy(() -> open.read(ByteBuffer.allocate(4), 0))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(open::close).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatItWasUnmountedFromOutside() throws Exception {
        try (var mounted = new Mounted(folder)) {
            Mounted.run(folder, "fusermount3", "-u", point().toString());

            assertThat(mounted.mount().ended()).succeedsWithin(LIMIT).isEqualTo(21);
        }
    }

    @Test
    void saysThatThePointCannotBeMade() {
        var nowhere = new HostPath(folder + "/none/doc");

        assertThatThrownBy(() -> DocumentMount.start(new DocumentTable(), nowhere))
                .isInstanceOfSatisfying(
                        RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(7));
    }

    @Test
    void saysThatThePointIsNoFolder() throws IOException {
        Files.createFile(point());

        assertThatThrownBy(() ->
                        DocumentMount.start(new DocumentTable(), new HostPath(point().toString())))
                .isInstanceOfSatisfying(
                        RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(7));
    }

    @Test
    void takesThePlaceOfOneThatServesThere() throws Exception {
        try (var serving = ServingProcess.start(point(), file());
                var _ = new Mounted(folder)) {
            assertThat(point().resolve(ServedDocument.ID)).doesNotExist();
            assertThat(point().resolve("by-app")).isDirectory();
            serving.kill();
        }
    }

    @Test
    void takesThePlaceOfOneThatWasKilledAgainAndAgain() throws Exception {
        var file = file();
        for (int i = 0; i < 5; i++) {
            try (var serving = ServingProcess.start(point(), file)) {
                assertThat(served()).hasContent("Dear");
                serving.kill();
                try (var again = ServingProcess.start(point(), file)) {
                    assertThat(served()).hasContent("Dear");
                    assertThat(again.end()).isZero();
                }
            }
        }
    }

    @Test
    void givesErrorsToThoseWhoUsedItWhenItIsKilled() throws Exception {
        try (var serving = ServingProcess.start(point(), file())) {
            var open = FileChannel.open(served(), READ);
            assertThat(open.read(ByteBuffer.allocate(4), 0)).isEqualTo(4);

            serving.kill();

            assertThatThrownBy(() -> open.read(ByteBuffer.allocate(4), 0))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(open::close).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> Files.readString(served())).isInstanceOf(IOException.class);
        }
    }
}
