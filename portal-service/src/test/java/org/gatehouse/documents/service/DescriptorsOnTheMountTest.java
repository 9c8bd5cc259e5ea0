package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.documents.testing.DocumentsSession;
import org.gatehouse.documents.testing.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What comes of a descriptor of the mount itself.
class DescriptorsOnTheMountTest {

    private static final String APP = DocumentsSession.APP;
    private static final String OTHER = "org.example.Other";

    private final DocumentsSession session = DocumentsSession.start();
    private final Program host = session.host();
    private final Path file = session.file("letter.txt");

    @AfterEach
    void close() {
        session.close();
    }

    private String given(Path path, int flags, String permissions) {
        return host.call("AddFull", full(flags, APP, permissions), "O_PATH:" + path)
                .words()
                .getFirst();
    }

    private static String full(int flags, String app, String permissions) {
        return "([handle 0], uint32 %d, '%s', @as [%s])".formatted(flags, app, permissions);
    }

    private String mounted(String id, String name) {
        return session.mount().resolve(id).resolve(name).toString();
    }

    private String info(String id) {
        return host.call("Info", "('" + id + "',)").ok();
    }

    @Test
    void standsForItsDocumentAndGivesNothing() {
        var id = given(file, 2, "'read'");
        var app = session.appWithDocuments(APP);

        var again =
                app.call(
                        "AddFull",
                        full(1, OTHER, "'read'"),
                        "O_RDONLY:" + mounted(id, "letter.txt"));

        assertThat(again.words()).startsWith(id);
        assertThat(info(id)).doesNotContain(OTHER);
    }

    @Test
    void isRefusedWithoutReuse() {
        var id = given(file, 2, "'read'");
        var app = session.appWithDocuments(APP);

        var answer =
                app.call(
                        "Add", "(handle 0, false, false)", "O_RDONLY:" + mounted(id, "letter.txt"));

        assertThat(answer.message()).isEqualTo("Invalid fd passed");
    }

    @Test
    void carriesNoMoreThanTheAppHas() {
        var readable = given(file, 2, "'read'");
        var writable = given(file, 2, "'read', 'write'");
        var app = session.appWithDocuments(APP);

        assertThat(
                        app.call(
                                        "AddFull",
                                        full(1, OTHER, "'write'"),
                                        "O_RDONLY:" + mounted(readable, "letter.txt"))
                                .kind())
                .isEqualTo("NotAllowed");
        assertThat(
                        app.call(
                                        "AddFull",
                                        full(1, OTHER, "'write'"),
                                        "O_RDWR:" + mounted(writable, "letter.txt"))
                                .words())
                .startsWith(writable);
    }

    @Test
    void withinAFolderIsTheRealFile() throws IOException {
        var folder = Files.createDirectories(session.home().resolve("folder/inner"));
        Files.writeString(folder.resolve("deep.txt"), "deep");
        var id = given(session.home().resolve("folder"), 2 | 8, "'read'");
        var app = session.appWithDocuments(APP);

        var inside =
                app.call(
                                "AddFull",
                                full(2, OTHER, "'read'"),
                                "O_RDONLY:" + mounted(id, "folder/inner/deep.txt"))
                        .words()
                        .getFirst();

        assertThat(inside).isNotEqualTo(id);
        assertThat(info(inside)).contains("home/folder/inner/deep.txt").contains(OTHER);
    }

    @Test
    void isLookedUpByTheHost() {
        var id = given(file, 3, "'read'");
        var _ = host.call("GetMountPoint", "()").ok();

        assertThat(host.call("Lookup", "(b'" + mounted(id, "letter.txt") + "',)").words())
                .containsExactly(id);
    }

    @Test
    void isNoPlaceToNameFilesIn() {
        var id = given(file, 3, "'read'");
        var _ = host.call("GetMountPoint", "()").ok();

        var answer =
                host.call(
                        "AddNamed",
                        "(handle 0, b'x', true, true)",
                        "O_PATH:" + session.mount().resolve(id));

        assertThat(answer.kind()).isEqualTo("InvalidArgument");
    }

    @Test
    void isTransferredAsTheFileItIs() {
        var id = given(file, 2, "'read'");
        var app = session.appWithDocuments(APP);
        var key = app.transfer("StartTransfer", "(@a{sv} {},)").words().getFirst();
        app.transfer(
                        "AddFiles",
                        "('" + key + "', [handle 0], @a{sv} {})",
                        "O_RDONLY:" + mounted(id, "letter.txt"))
                .ok();

        assertThat(host.transfer("RetrieveFiles", "('" + key + "', @a{sv} {})").words())
                .containsExactly(file.toString());
    }

    @Test
    void isNotTransferredWhenItWasTakenBack() {
        var id = given(file, 2, "'read'");
        var app = session.appWithDocuments(APP);
        var key = app.transfer("StartTransfer", "(@a{sv} {},)").words().getFirst();
        app.transfer(
                        "AddFiles",
                        "('" + key + "', [handle 0], @a{sv} {})",
                        "O_RDONLY:" + mounted(id, "letter.txt"))
                .ok();

        host.call("RevokePermissions", "('%s', '%s', ['read'])".formatted(id, APP)).ok();

        assertThat(host.transfer("RetrieveFiles", "('" + key + "', @a{sv} {})").kind())
                .isEqualTo("NotAllowed");
    }
}
