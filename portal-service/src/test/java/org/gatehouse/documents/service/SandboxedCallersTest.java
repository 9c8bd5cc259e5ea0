package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.documents.testing.DocumentsSession;
import org.gatehouse.documents.testing.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxedCallersTest {

    private static final String APP = DocumentsSession.APP;
    private static final String OTHER = "org.example.Other";

    private final DocumentsSession session = DocumentsSession.start();
    private final Path file = session.file("letter.txt");
    private final Program app = session.app(APP);

    @AfterEach
    void close() {
        session.close();
    }

    private String added(String how, int flags, String target, String permissions) {
        return app.call("AddFull", full(flags, target, permissions), how + ":" + file)
                .words()
                .getFirst();
    }

    private static String full(int flags, String target, String permissions) {
        return "([handle 0], uint32 %d, '%s', @as [%s])".formatted(flags, target, permissions);
    }

    private Map<String, List<String>> rows(String id) {
        return session.store().Lookup("documents", id).permissions();
    }

    @Test
    void readAndPassOnWhatTheyOpenedToRead() {
        assertThat(rows(added("O_RDONLY", 2, "", "")))
                .isEqualTo(Map.of(APP, List.of("read", "grant-permissions")));
    }

    @Test
    void mayDeleteAUniqueDocumentThatTheyCanWrite() {
        assertThat(rows(added("O_RDWR", 2, "", "")))
                .isEqualTo(Map.of(APP, List.of("read", "write", "grant-permissions", "delete")));
        assertThat(rows(added("O_RDWR", 3, "", "")))
                .isEqualTo(Map.of(APP, List.of("read", "write", "grant-permissions")));
    }

    @Test
    void getNothingMoreWhereTheyAreTheTarget() {
        assertThat(rows(added("O_RDWR", 2, APP, "'read'"))).isEqualTo(Map.of(APP, List.of("read")));
    }

    @Test
    void cannotGiveWhatTheyDoNotHave() {
        var answer = app.call("AddFull", full(2, OTHER, "'write'"), "O_RDONLY:" + file);

        assertThat(answer.kind()).isEqualTo("NotAllowed");
        assertThat(session.store().List("documents")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List | ('',)",
                "Info | ('x',)",
                "Lookup | (b'/etc/passwd',)",
            })
    void areRefusedWhatIsForHostPrograms(String member, String arguments) {
        assertThat(app.call(member, arguments).kind()).isEqualTo("NotAllowed");
    }

    @Test
    void areRefusedToNameFiles() {
        var folder = "O_PATH:" + session.home();

        assertThat(app.call("AddNamed", "(handle 0, b'x', true, true)", folder).kind())
                .isEqualTo("NotAllowed");
        assertThat(
                        app.call("AddNamedFull", "(handle 0, b'x', uint32 0, '', @as [])", folder)
                                .kind())
                .isEqualTo("NotAllowed");
    }

    @Test
    void permitAndDeleteOnlyWhatTheyMay() {
        var id = added("O_RDONLY", 2, "", "");

        assertThat(app.call("GrantPermissions", grant(id, OTHER, "read")).isOk()).isTrue();
        assertThat(app.call("GrantPermissions", grant(id, OTHER, "write")).kind())
                .isEqualTo("NotAllowed");
        assertThat(app.call("Delete", "('" + id + "',)").kind()).isEqualTo("NotAllowed");
        assertThat(session.app(OTHER).call("GrantPermissions", grant(id, APP, "read")).kind())
                .isEqualTo("NotAllowed");
        assertThat(app.call("RevokePermissions", grant(id, OTHER, "read")).isOk()).isTrue();
    }

    private static String grant(String id, String app, String permission) {
        return "('%s', '%s', ['%s'])".formatted(id, app, permission);
    }

    @Test
    void learnPathsOnlyOfWhatTheyMayRead() {
        var its = added("O_RDONLY", 2, "", "");
        var others =
                session.host()
                        .call("AddFull", full(2, OTHER, "'read'"), "O_PATH:" + file)
                        .words()
                        .getFirst();
        var writable =
                session.host()
                        .call("AddFull", full(2, APP, "'write'"), "O_PATH:" + file)
                        .words()
                        .getFirst();

        var paths =
                app.call(
                                "GetHostPaths",
                                "(['%s', '%s', '%s', 'no/id'],)".formatted(its, others, writable))
                        .ok();

        assertThat(paths).contains(its).doesNotContain(others).doesNotContain(writable);
    }

    @Test
    void ofASandboxThatIsNotUnderstoodAreRefused() {
        var unknown = session.unknown();

        assertThat(unknown.call("Add", "(handle 0, false, false)", "O_RDONLY:" + file).kind())
                .isEqualTo("AccessDenied");
        assertThat(unknown.call("List", "('',)").kind()).isEqualTo("AccessDenied");
    }

    @Test
    void cannotAddMoreThanTenThousand() {
        var handles = new StringBuilder("handle 0");
        var files = new String[16];
        java.util.Arrays.fill(files, "O_PATH:" + file);
        for (int n = 1; n < 16; n++) {
            handles.append(", handle ").append(n);
        }
        for (int n = 0; n < 625; n++) {
            session.host()
                    .call(
                            "AddFull",
                            "([%s], uint32 0, '%s', ['read'])".formatted(handles, APP),
                            files)
                    .ok();
        }

        var answer = app.call("Add", "(handle 0, false, false)", "O_RDONLY:" + file);

        assertThat(answer.kind()).isEqualTo("Failed");
        assertThat(answer.message()).contains("10000 documents");
        assertThat(
                        session.app(OTHER)
                                .call("Add", "(handle 0, false, false)", "O_RDONLY:" + file)
                                .isOk())
                .isTrue();
    }

    @Test
    void areHeldToARate() {
        var program = session.app(OTHER);
        String last = "";
        for (int n = 0; n < 3000 && last.isEmpty(); n++) {
            last = program.call("GetHostPaths", "(@as [],)").message();
        }

        assertThat(last).contains("200 calls a second");
    }
}
