package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.gatehouse.documents.testing.DocumentsSession;
import org.gatehouse.documents.testing.Program;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Row G9: a document follows its file; of a deleted file there is no document.
class G9DocumentsFollowTheirFileTest {

    private final DocumentsSession session = DocumentsSession.start();
    private final Program host = session.host();
    private final Path file = session.file("letter.txt");

    @AfterEach
    void close() {
        session.close();
    }

    private String added(Path path, int flags) {
        var arguments = "([handle 0], uint32 %d, 'org.example.Editor', ['read', 'write'])";
        var id =
                host.call("AddFull", arguments.formatted(flags), "O_PATH:" + path)
                        .words()
                        .getFirst();
        // the role is in this process
        Await.until("the file is followed", () -> isHeld(path));
        return id;
    }

    private static boolean isHeld(Path file) {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.anyMatch(each -> pointsTo(each, file));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isAt(String id, Path path) {
        return host.call("Info", "('" + id + "',)").value().contains(path + "'");
    }

    private boolean isListed(String id) {
        return host.call("List", "('',)").ok().contains(id);
    }

    private String read(String id, String name) {
        return host.read(mounted(id, name).toString()).value();
    }

    private Path mounted(String id, String name) {
        return Path.of(session.bus().folder() + "/run/doc", id, name);
    }

    private void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void readsARenamedFileUnderTheSameId() throws IOException {
        var id = added(file, 2);
        var renamed = file.resolveSibling("renamed.txt");

        move(file, renamed);

        Await.until("it has followed", () -> isAt(id, renamed));
        assertThat(read(id, "renamed.txt")).isEqualTo("letter.txt");
        assertThat(session.store().Lookup("documents", id).data().toString())
                .as("also in the store")
                .contains(hex("renamed.txt"));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void followsIntoAFolderThatNobodyWatched() throws IOException {
        var id = added(file, 2);
        var elsewhere = session.home().resolve("a/b/c.txt");

        move(file, elsewhere);

        Await.until("it has followed", () -> isAt(id, elsewhere));
        assertThat(read(id, "c.txt")).isEqualTo("letter.txt");
    }

    @Test
    void followsAFolder() throws IOException {
        var folder = Files.createDirectory(session.home().resolve("photos"));
        Files.writeString(folder.resolve("one"), "1");
        var id = added(folder, 2 | 8);

        move(folder, session.home().resolve("pictures"));

        Await.until("it has followed", () -> isAt(id, session.home().resolve("pictures")));
        assertThat(host.read(mounted(id, "pictures/one").toString()).value()).isEqualTo("1");
    }

    @Test
    void isGoneFromTheListWithItsFile() throws IOException {
        var id = added(file, 2);

        Files.delete(file);

        Await.until("it is dead", () -> !isListed(id));
    }

    @Test
    void staysWhereAProgramSavesByRenaming() throws IOException {
        var id = added(file, 2);
        for (int n = 0; n < 20; n++) {
            move(session.file("letter.tmp"), file);
        }
        var backup = file.resolveSibling("letter.txt~");
        move(file, backup);
        Files.writeString(file, "new");

        // long enough for it to be swept or to go after the backup
        Await.until("time", Duration.ofSeconds(30), new Elapsed(Duration.ofSeconds(4))::isOver);

        assertThat(isAt(id, file)).isTrue();
        assertThat(read(id, "letter.txt")).isEqualTo("new");
        Files.delete(file);
        Await.until("the new file is known as well", () -> !isListed(id));
    }

    @Test
    void waitsForAFileThatNeverWasThere() throws IOException {
        var arguments = "(handle 0, b'later.txt', true, true)";
        var id = host.call("AddNamed", arguments, "O_PATH:" + session.home()).words().getFirst();
        Files.delete(file);

        Await.until("time", Duration.ofSeconds(30), new Elapsed(Duration.ofSeconds(4))::isOver);

        assertThat(isListed(id)).isTrue();
    }

    @Test
    void waitsForAFileThatAnAppTookAway() throws IOException {
        var id = added(file, 2);

        Files.delete(mounted(id, "letter.txt"));
        Await.until("time", Duration.ofSeconds(30), new Elapsed(Duration.ofSeconds(4))::isOver);

        assertThat(file).doesNotExist();
        assertThat(isListed(id)).isTrue();
        Files.writeString(mounted(id, "letter.txt"), "again");
        assertThat(file).hasContent("again");
    }

    /// A span of time that has to pass: what must not happen cannot be awaited.
    private record Elapsed(long end) {
        Elapsed(Duration span) {
            this(System.nanoTime() + span.toNanos());
        }

        boolean isOver() {
            return System.nanoTime() > end;
        }
    }
}
