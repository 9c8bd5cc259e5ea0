package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.documents.testing.DocumentsSession;
import org.gatehouse.documents.testing.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsFaceTest {

    private static final String APP = DocumentsSession.APP;
    private static final String OTHER = "org.example.Other";

    private final DocumentsSession session = DocumentsSession.start();
    private final Program host = session.host();
    private final Path file = session.file("letter.txt");

    @AfterEach
    void close() {
        session.close();
    }

    private static String opened(Path path) {
        return "O_PATH:" + path;
    }

    private static String full(int flags, String app, String permissions) {
        return "([handle 0], uint32 %d, '%s', @as [%s])".formatted(flags, app, permissions);
    }

    private String added(int flags, String app, String permissions) {
        return host.call("AddFull", full(flags, app, permissions), opened(file)).words().getFirst();
    }

    private static String bytes(Path path) {
        return "b'%s'".formatted(path);
    }

    @Nested
    class Adding {

        @Test
        void givesAnIdThatNobodyCanGuess() {
            assertThat(added(0, "", "")).matches("[0-9a-f]{32}").isNotEqualTo(added(0, "", ""));
        }

        @Test
        void isInTheStoreWhenItIsAnswered() {
            var id = added(2, APP, "'read', 'write'");

            var entry = session.store().Lookup("documents", id);
            assertThat(entry.permissions()).isEqualTo(Map.of(APP, List.of("read", "write")));
            assertThat(entry.data().signature()).isEqualTo("(ayttuay)");
        }

        @Test
        void keepsATransientDocumentOutOfTheStore() {
            var _ = added(1, APP, "'read'");

            assertThat(session.store().List("documents")).isEmpty();
        }

        @Test
        void findsTheSameDocumentAgainIfAsked() {
            var id = added(3, APP, "'read'");

            assertThat(added(3, OTHER, "'read'")).isEqualTo(id);
            assertThat(added(1, "", "")).as("a transient one is another").isNotEqualTo(id);
            assertThat(host.call("Info", "('" + id + "',)").ok()).contains(APP).contains(OTHER);
        }

        @Test
        void tellsTheMountPoint() {
            var answer = host.call("AddFull", full(0, "", ""), opened(file)).ok();

            assertThat(answer).contains("mountpoint").contains(session.bus().folder() + "/run/doc");
        }

        @Test
        void addsAllOrNothing() {
            var answer =
                    host.call(
                            "AddFull",
                            "([handle 0, handle 1], uint32 2, '', @as [])",
                            opened(file),
                            "device:");

            assertThat(answer.kind()).isEqualTo("InvalidArgument");
            assertThat(session.store().List("documents")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {16, 128, -1})
        void refusesFlagsThatThereAreNot(int flags) {
            var text = "([handle 0], uint32 %d, '', @as [])".formatted(flags & 0xFFFF_FFFFL);

            assertThat(host.call("AddFull", text, opened(file)).kind())
                    .isEqualTo("InvalidArgument");
        }

        @Test
        void refusesABadAppAndABadPermission() {
            assertThat(host.call("AddFull", full(0, "bad", "'read'"), opened(file)).kind())
                    .isEqualTo("InvalidArgument");
            assertThat(host.call("AddFull", full(0, APP, "'eat'"), opened(file)).kind())
                    .isEqualTo("InvalidArgument");
        }

        @Test
        void takesFoldersOnlyWhereTheyAreWanted() {
            var folder = opened(session.home());

            assertThat(host.call("AddFull", full(8, "", ""), folder).isOk()).isTrue();
            assertThat(host.call("AddFull", full(0, "", ""), folder).kind())
                    .isEqualTo("InvalidArgument");
            assertThat(host.call("AddFull", full(8, "", ""), opened(file)).kind())
                    .isEqualTo("InvalidArgument");
        }

        @ParameterizedTest
        @ValueSource(strings = {"fifo:%s/f", "socket:", "memfd:", "device:", "deleted:%s/gone"})
        void refusesWhatIsNoFileOfAFolder(String what) {
            var descriptor = what.formatted(session.home());

            assertThat(host.call("Add", "(handle 0, false, false)", descriptor).message())
                    .contains("Invalid fd passed");
        }

        @Test
        void refusesALinkItself() throws Exception {
            var link = Files.createSymbolicLink(file.resolveSibling("link"), file);

            assertThat(
                            host.call(
                                            "Add",
                                            "(handle 0, false, false)",
                                            "O_PATH|O_NOFOLLOW:" + link)
                                    .kind())
                    .isEqualTo("InvalidArgument");
            assertThat(host.call("Add", "(handle 0, false, false)", "O_PATH:" + link).isOk())
                    .as("what it points to")
                    .isTrue();
        }

        @Test
        void namesAFileThatIsNotThereYet() {
            var arguments = "(handle 0, b'new.txt', true, true)";

            var id = host.call("AddNamed", arguments, opened(session.home())).words().getFirst();

            assertThat(host.call("Info", "('" + id + "',)").ok()).contains("home/new.txt");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "a/b", "/"})
        void refusesANameThatIsNone(String name) {
            var arguments = "(handle 0, b'%s', true, true)".formatted(name);

            assertThat(host.call("AddNamed", arguments, opened(session.home())).kind())
                    .isEqualTo("InvalidArgument");
        }

        @Test
        void refusesToNameAFolder() {
            var arguments = "(handle 0, b'x', uint32 8, '', @as [])";

            assertThat(host.call("AddNamedFull", arguments, opened(session.home())).kind())
                    .isEqualTo("InvalidArgument");
        }
    }

    @Nested
    class Looking {

        @Test
        void findsADocumentByItsPath() {
            var id = added(3, "", "");

            assertThat(host.call("Lookup", "(%s,)".formatted(bytes(file))).words())
                    .containsExactly(id);
        }

        @Test
        void doesNotFindAUniqueOne() {
            var _ = added(2, "", "");

            assertThat(host.call("Lookup", "(%s,)".formatted(bytes(file))).words())
                    .containsExactly("");
        }

        @Test
        void saysWhereThereIsNoFile() {
            assertThat(host.call("Lookup", "(b'/nowhere/at all',)").kind()).isEqualTo("NotFound");
        }

        @Test
        void listsAllOrThoseOfAnApp() {
            var its = added(2, APP, "'read'");
            var nobodys = added(2, "", "");

            assertThat(host.call("List", "('',)").ok()).contains(its).contains(nobodys);
            assertThat(host.call("List", "('" + APP + "',)").ok())
                    .contains(its)
                    .doesNotContain(nobodys);
        }

        @Test
        void saysThatAnUnknownIdIsInvalid() {
            var answer = host.call("Info", "('0123',)");

            assertThat(answer.kind()).isEqualTo("InvalidArgument");
            assertThat(answer.message()).isEqualTo("Invalid ID passed");
        }
    }

    @Nested
    class Permitting {

        @Test
        void checksTheDocumentThenTheAppThenTheWords() {
            var id = added(2, "", "");

            assertThat(host.call("GrantPermissions", "('no', 'bad', ['eat'])").kind())
                    .isEqualTo("NotFound");
            assertThat(host.call("GrantPermissions", "('" + id + "', 'bad', ['eat'])").message())
                    .contains("app id");
            assertThat(
                            host.call("GrantPermissions", "('" + id + "', '" + APP + "', ['eat'])")
                                    .message())
                    .contains("permission");
        }

        @Test
        void addsToWhatIsThereAndTakesExactlyWhatIsNamed() {
            var id = added(2, APP, "'read'");

            host.call("GrantPermissions", "('" + id + "', '" + APP + "', ['write', 'delete'])")
                    .ok();
            host.call("RevokePermissions", "('" + id + "', '" + APP + "', ['read', 'delete'])")
                    .ok();

            assertThat(session.store().Lookup("documents", id).permissions())
                    .isEqualTo(Map.of(APP, List.of("write")));
        }

        @Test
        void deletesTheDocumentAndNotTheFile() {
            var id = added(2, APP, "'read'");

            host.call("Delete", "('" + id + "',)").ok();

            assertThat(session.store().List("documents")).isEmpty();
            assertThat(host.call("Delete", "('" + id + "',)").kind()).isEqualTo("NotFound");
            assertThat(file).exists();
        }
    }

    @Test
    void knowsItsDocumentsAgain() {
        var id = added(3, APP, "'read'");

        session.stopRole();
        session.withRole();

        assertThat(host.call("Info", "('" + id + "',)").ok()).contains(APP).contains("letter.txt");
    }
}
