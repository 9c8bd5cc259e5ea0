package org.gatehouse.documents.mount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.documents.mount.Mounted.EDITOR;
import static org.gatehouse.documents.mount.Mounted.OTHER;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.role.RoleFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DocumentMountTest {

    private static final DocumentPermission[] READ_ONLY = {DocumentPermission.READ};
    private static final DocumentPermission[] READ_WRITE = {
        DocumentPermission.READ, DocumentPermission.WRITE
    };

    @TempDir Path folder;
    private Mounted mounted;

    @BeforeEach
    void mount() throws IOException, RoleFailure {
        mounted = new Mounted(folder);
    }

    @AfterEach
    void unmount() {
        mounted.close();
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList().stream();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Nested
    class TheTree {

        @Test
        void showsTheHostEveryDocument() throws IOException {
            mounted.addFile("letter", Files.writeString(mounted.host().resolve("a.txt"), "Dear"));
            mounted.addFolder("photos", Files.createDirectory(mounted.host().resolve("photos")));

            assertThat(names(mounted.point()))
                    .containsExactlyInAnyOrder("by-app", "letter", "photos");
            assertThat(mounted.point().resolve("letter/a.txt")).hasContent("Dear");
            assertThat(names(mounted.point().resolve("photos"))).containsExactly("photos");
        }

        @Test
        void showsAnAppWhatItMayRead() throws IOException {
            mounted.addFile("letter", Files.writeString(mounted.host().resolve("a.txt"), "Dear"));
            mounted.addFile("diary", Files.writeString(mounted.host().resolve("b.txt"), "Today"));
            mounted.grant("letter", EDITOR, READ_ONLY);
            mounted.grant("diary", OTHER, READ_ONLY);

            assertThat(names(mounted.of(EDITOR))).containsExactly("letter");
            assertThat(names(mounted.point().resolve("by-app")))
                    .containsExactlyInAnyOrder(EDITOR.value(), OTHER.value());
        }

        @Test
        void cannotBeChanged() {
            assertThatThrownBy(() -> Files.createDirectory(mounted.point().resolve("x")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Files.createFile(mounted.of(EDITOR).resolve("x")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Files.delete(mounted.point().resolve("by-app")))
                    .isInstanceOf(FileSystemException.class);
        }

        @Test
        void hasTheModesOfTheSpecification() throws IOException {
            mounted.addFile("letter", Files.writeString(mounted.host().resolve("a.txt"), "Dear"));
            mounted.addFolder("photos", Files.createDirectory(mounted.host().resolve("photos")));
            mounted.grant("letter", EDITOR, READ_ONLY);
            mounted.grant("letter", OTHER, READ_WRITE);

            assertThat(mode(mounted.point())).isEqualTo("r-x------");
            assertThat(mode(mounted.of(EDITOR))).isEqualTo("r-x------");
            assertThat(mode(mounted.of(EDITOR).resolve("letter"))).isEqualTo("r-x------");
            assertThat(mode(mounted.of(OTHER).resolve("letter"))).isEqualTo("rwx------");
            assertThat(mode(mounted.point().resolve("photos"))).isEqualTo("r-x------");
        }

        @Test
        void showsANewDocumentAtOnceAndARemovedOneNoLonger() throws IOException {
            var file = Files.writeString(mounted.host().resolve("a.txt"), "Dear");
            var shown = mounted.point().resolve("letter/a.txt");
            assertThat(shown).doesNotExist();

            mounted.addFile("letter", file);
            assertThat(shown).exists();

            mounted.table().remove(new DocumentId("letter"));
            assertThat(shown).doesNotExist();
            assertThat(shown.getParent()).doesNotExist();
        }

        @Test
        void doesNotFollowAFolderThatWasReplaced() throws IOException {
            var original = Files.createDirectory(mounted.host().resolve("in"));
            mounted.addFile("letter", Files.writeString(original.resolve("a.txt"), "Dear"));
            Files.move(original, mounted.host().resolve("elsewhere"));
            var secret = Files.createDirectory(mounted.host().resolve("secret"));
            Files.writeString(secret.resolve("a.txt"), "secret");
            Files.createSymbolicLink(original, secret);

            assertThat(mounted.point().resolve("letter/a.txt")).doesNotExist();
        }
    }

    @Nested
    class AFile {

        private Path file;
        private Path shown;

        @BeforeEach
        void add() throws IOException {
            file = Files.writeString(mounted.host().resolve("a.txt"), "Dear Ann");
            shown = mounted.of(EDITOR).resolve(mounted.addFile("letter", file));
            mounted.grant("letter", EDITOR, READ_WRITE);
        }

        @Test
        void isWrittenInPlace() throws IOException {
            Files.writeString(shown, "Dear Bob", WRITE, TRUNCATE_EXISTING);
            Files.writeString(shown, ", hello", WRITE, APPEND);

            assertThat(file).hasContent("Dear Bob, hello");
        }

        @Test
        void isSavedByATemporaryFileThatTakesItsPlace() throws IOException {
            var temporary = Files.writeString(shown.resolveSibling("a.txt.new"), "Dear Eve");
            assertThat(names(mounted.of(EDITOR).resolve("letter")))
                    .containsExactlyInAnyOrder("a.txt", "a.txt.new");
            assertThat(mounted.point().resolve("letter/a.txt.new")).doesNotExist();
            assertThat(names(mounted.host())).allMatch(name -> name.matches("a.txt|\\.xdp-.*"));

            Files.move(temporary, shown, StandardCopyOption.ATOMIC_MOVE);

            assertThat(file).hasContent("Dear Eve");
            assertThat(names(mounted.host())).containsExactly("a.txt");
        }

        @Test
        void isReadOnAfterItWasReplaced() throws IOException {
            try (var before = FileChannel.open(shown, READ)) {
                Files.writeString(shown.resolveSibling("new"), "Dear Eve");
                Files.move(shown.resolveSibling("new"), shown, StandardCopyOption.ATOMIC_MOVE);

                var content = ByteBuffer.allocate(8);
                before.read(content, 0);
                assertThat(new String(content.array(), UTF_8)).isEqualTo("Dear Ann");
            }
        }

        @Test
        void leavesNothingBesideItWhenTheGrantEnds() throws IOException {
            Files.writeString(shown.resolveSibling("draft"), "Dear");

            mounted.grant("letter", EDITOR);

            assertThat(names(mounted.host())).containsExactly("a.txt");
        }

        @Test
        void canBeMadeAgainAfterItWasDeleted() throws IOException {
            Files.delete(shown);
            assertThat(file).doesNotExist();
            assertThat(shown.getParent()).isDirectory();

            Files.writeString(shown, "again");

            assertThat(file).hasContent("again");
        }

        @Test
        void isOnlyShownIfItIsARegularFile() throws Exception {
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/etc/passwd"));
            assertThat(shown).doesNotExist();
            assertThat(names(mounted.of(EDITOR).resolve("letter"))).isEmpty();

            Files.delete(file);
            Mounted.run(mounted.host(), "mkfifo", "a.txt");

            assertThat(shown).doesNotExist();
        }

        @Test
        void hasNoFoldersOrLinksBesideIt() {
            assertThatThrownBy(() -> Files.createDirectory(shown.resolveSibling("x")))
                    .isInstanceOf(FileSystemException.class);
            assertThatThrownBy(() ->
                            Files.createSymbolicLink(shown.resolveSibling("x"), Path.of("a.txt")))
                    .isInstanceOf(FileSystemException.class);
            assertThatThrownBy(() -> Files.createLink(shown.resolveSibling("x"), shown))
                    .isInstanceOf(FileSystemException.class);
            assertThat(mounted.host().resolve("x")).doesNotExist();
        }

        @Test
        void cannotBeMovedOutOfItsDocument() throws IOException {
            mounted.addFile("other", Files.writeString(mounted.host().resolve("b.txt"), "b"));
            mounted.grant("other", EDITOR, READ_WRITE);

            assertThatThrownBy(() ->
                            Files.move(
                                    shown,
                                    mounted.of(EDITOR).resolve("other/b.txt"),
                                    StandardCopyOption.ATOMIC_MOVE))
                    .isInstanceOf(AtomicMoveNotSupportedException.class); // EXDEV
        }

        @Test
        void showsWhatTheHostChanges() throws IOException {
            try (var open = FileChannel.open(shown, READ)) {
                open.read(ByteBuffer.allocate(8), 0);

                Files.writeString(file, "Host!");

                var content = ByteBuffer.allocate(8);
                open.read(content, 0);
                assertThat(new String(content.array(), 0, 5, UTF_8)).isEqualTo("Host!");
                assertThat(open.size()).isEqualTo(5);
            }
        }

        @Test
        void tellsWhereItIsOnTheHost() throws Exception {
            assertThat(attribute(shown)).isEqualTo(file.toString());
            assertThat(attribute(mounted.of(EDITOR).resolve("letter")))
                    .isEqualTo(mounted.host().toString());
        }

        @Test
        void cannotBeChangedWithoutTheRight() throws IOException {
            mounted.grant("letter", EDITOR, READ_ONLY);

            assertThat(shown).hasContent("Dear Ann");
            assertThat(mode(shown)).doesNotContain("w");
            assertThatThrownBy(() -> Files.writeString(shown, "x", WRITE))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Files.writeString(shown, "", TRUNCATE_EXISTING))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Files.createFile(shown.resolveSibling("new")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Files.delete(shown)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() ->
                            Files.setPosixFilePermissions(
                                    shown, PosixFilePermissions.fromString("rwxrwxrwx")))
                    .isInstanceOf(FileSystemException.class);
            assertThat(file).hasContent("Dear Ann");
        }
    }

    private static String attribute(Path path) throws Exception {
        var script =
                "import os,sys; sys.stdout.write(os.getxattr(sys.argv[1],"
                        + " 'user.document-portal.host-path').decode())";
        return Mounted.run(Path.of("/"), "python3", "-c", script, path.toString());
    }

    @Nested
    class AFolder {

        private Path real;
        private Path shown;

        @BeforeEach
        void add() throws IOException {
            real = Files.createDirectory(mounted.host().resolve("photos"));
            shown = mounted.of(EDITOR).resolve(mounted.addFolder("photos", real));
            mounted.grant("photos", EDITOR, READ_WRITE);
        }

        @Test
        void takesEverythingThatFoldersTake() throws IOException {
            Files.createDirectories(shown.resolve("2026/may"));
            Files.writeString(shown.resolve("2026/may/a"), "a");
            Files.createLink(shown.resolve("b"), shown.resolve("2026/may/a"));
            Files.createSymbolicLink(shown.resolve("link"), Path.of("b"));
            Files.move(shown.resolve("2026/may/a"), shown.resolve("2026/c"));

            assertThat(real.resolve("2026/c")).hasContent("a");
            assertThat(real.resolve("b")).hasContent("a");
            assertThat(Files.readSymbolicLink(real.resolve("link"))).isEqualTo(Path.of("b"));
            assertThat(Files.getAttribute(shown.resolve("b"), "unix:ino"))
                    .isEqualTo(Files.getAttribute(shown.resolve("2026/c"), "unix:ino"));
        }

        @Test
        void cannotItselfBeMovedOrRemoved() {
            assertThatThrownBy(() -> Files.move(shown, shown.resolveSibling("x")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Files.delete(shown)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Files.createFile(shown.resolveSibling("x")))
                    .isInstanceOf(AccessDeniedException.class);
        }

        @Test
        void followsNoLinkOutOfIt() throws IOException {
            Files.writeString(mounted.host().resolve("secret"), "secret");
            Files.createSymbolicLink(real.resolve("up"), Path.of("..")); // the host's folder

            assertThat(shown.resolve("up/secret")).doesNotExist();
            assertThat(Files.readSymbolicLink(shown.resolve("up"))).isEqualTo(Path.of(".."));
        }

        @Test
        void listsTenThousandFiles() throws IOException {
            for (int i = 0; i < 10_000; i++) {
                Files.createFile(real.resolve("photo-" + i));
            }

            assertThat(names(shown).distinct()).hasSize(10_000);
        }

        @Test
        void showsNoBitsThatGiveRightsAndKeepsThoseOfTheHost() throws Exception {
            Files.writeString(real.resolve("tool"), "");
            Mounted.run(real, "chmod", "6755", "tool");

            assertThat(Mounted.run(shown, "stat", "-c", "%a", "tool").strip()).isEqualTo("755");
            Mounted.run(shown, "chmod", "700", "tool");
            assertThat(Mounted.run(real, "stat", "-c", "%a", "tool").strip()).isEqualTo("6700");
        }

        @Test
        void isNeverSeenWithinItself() throws IOException {
            var all = mounted.addFolder("all", folder);
            mounted.grant("all", EDITOR, READ_ONLY);
            var seen = mounted.of(EDITOR).resolve(all);

            assertThat(seen.resolve("host")).isDirectory();
            assertThatThrownBy(() -> Files.readAttributes(seen.resolve("doc"), "*"))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }
}
