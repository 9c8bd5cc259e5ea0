package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.documents.testing.DocumentsSession;
import org.gatehouse.documents.testing.Program;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileTransferFaceTest {

    private static final String DENIED = "AccessDenied";

    private final DocumentsSession session = DocumentsSession.start();
    private final Path file = session.file("picture.png");
    private final Program giver = session.newHost();
    private final Program taker = session.newHost();

    @AfterEach
    void close() {
        session.close();
    }

    private static String begun(Program program, String options) {
        return program.transfer("StartTransfer", "(@a{sv} {" + options + "},)").words().getFirst();
    }

    private static Program.Answer add(Program program, String key, String... files) {
        var handles = new StringBuilder("handle 0");
        for (int n = 1; n < files.length; n++) {
            handles.append(", handle ").append(n);
        }
        return program.transfer(
                "AddFiles", "('%s', [%s], @a{sv} {})".formatted(key, handles), files);
    }

    private static Program.Answer retrieve(Program program, String key) {
        return program.transfer("RetrieveFiles", "('" + key + "', @a{sv} {})");
    }

    private static Program.Answer stop(Program program, String key) {
        return program.transfer("StopTransfer", "('" + key + "',)");
    }

    @Test
    void handsAHostProgramTheHostPaths() {
        var key = begun(giver, "");
        add(giver, key, "O_PATH:" + file, "O_RDONLY:" + session.file("other")).ok();

        assertThat(key).matches("[0-9a-f]{32}");
        assertThat(retrieve(taker, key).words())
                .containsExactly(file.toString(), session.home().resolve("other").toString());
    }

    @Test
    void handsAnAppDocumentsThatItMayRead() {
        var key = begun(giver, "");
        add(giver, key, "O_PATH:" + file).ok();

        var path = retrieve(session.app(DocumentsSession.APP), key).words().getFirst();

        assertThat(path).matches(session.bus().folder() + "/run/doc/[0-9a-f]{32}/picture.png");
        var id = path.split("/")[path.split("/").length - 2];
        assertThat(session.host().call("Info", "('" + id + "',)").ok())
                .contains("'" + DocumentsSession.APP + "': ['read']");
        assertThat(session.store().List("documents")).as("transient").isEmpty();
    }

    @Test
    void letsTheReceiverWriteIfTheTransferIsWritable() {
        var key = begun(giver, "'writable': <true>");
        add(giver, key, "O_RDWR:" + file).ok();

        var path = retrieve(session.app(DocumentsSession.APP), key).words().getFirst();

        var id = path.split("/")[path.split("/").length - 2];
        assertThat(session.host().call("Info", "('" + id + "',)").ok())
                .contains("['read', 'write']");
    }

    @Test
    void refusesAnAppToAddForWritingWhatItCannotWrite() {
        var app = session.app(DocumentsSession.APP);
        var key = begun(app, "'writable': <true>");

        var answer = add(app, key, "O_RDONLY:" + file);

        assertThat(answer.kind()).isEqualTo("NotAllowed");
        assertThat(answer.message()).isEqualTo("Can't export file");
    }

    @Test
    void refusesWhatIsNoFile() {
        var key = begun(giver, "");

        assertThat(add(giver, key, "device:").message()).isEqualTo("Can't export file");
        assertThat(giver.transfer("AddFiles", "('" + key + "', @ah [], @a{sv} {})").kind())
                .isEqualTo("InvalidArgs");
    }

    @Test
    void endsWithTheFirstRetrievalAndTellsTheOneWhoBeganIt() {
        var key = begun(giver, "");
        add(giver, key, "O_PATH:" + file).ok();

        retrieve(taker, key).ok();

        assertThat(retrieve(taker, key).kind()).isEqualTo(DENIED);
        Await.until("the signal", () -> !giver.signals().isEmpty());
        assertThat(giver.signals().getFirst()).contains("TransferClosed").contains(key);
        assertThat(taker.signals()).isEmpty();
    }

    @Test
    void goesOnWhereItDoesNotStopItself() {
        var key = begun(giver, "'autostop': <false>");
        add(giver, key, "O_PATH:" + file).ok();

        retrieve(taker, key).ok();
        retrieve(taker, key).ok();
        stop(giver, key).ok();

        assertThat(retrieve(taker, key).message()).isEqualTo("Invalid transfer");
        Await.until("the signal", () -> giver.signals().size() == 1);
    }

    @Test
    void isStoppedAndAddedToOnlyByWhoBeganIt() {
        var key = begun(giver, "");

        assertThat(stop(taker, key).kind()).isEqualTo(DENIED);
        assertThat(add(taker, key, "O_PATH:" + file).kind()).isEqualTo(DENIED);
        assertThat(stop(giver, key).isOk()).isTrue();
        assertThat(stop(giver, "0123").kind()).isEqualTo(DENIED);
    }

    @Test
    void diesWithTheConnection() {
        var key = begun(giver, "'autostop': <false>");

        giver.kill();

        Await.until("the transfer is gone", () -> retrieve(taker, key).kind().equals(DENIED));
    }

    @Test
    void refusesFilesWhoseFolderWasReplaced() throws Exception {
        var folder = Files.createDirectory(session.home().resolve("folder"));
        var inside = Files.writeString(folder.resolve("file"), "x");
        var key = begun(giver, "");
        add(giver, key, "O_PATH:" + inside).ok();
        Files.move(folder, session.home().resolve("elsewhere"));
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("file"), "y");

        var answer = retrieve(taker, key);

        assertThat(answer.kind()).isEqualTo("NotAllowed");
        Await.until("it has ended all the same", () -> giver.signals().size() == 1);
    }

    @Test
    void countsTransfersOfOneConnection() {
        for (int n = 0; n < 64; n++) {
            begun(giver, "");
        }

        var answer = giver.transfer("StartTransfer", "(@a{sv} {},)");

        assertThat(answer.kind()).isEqualTo("Failed");
        assertThat(answer.message()).contains("64 transfers");
        assertThat(begun(taker, "")).as("others are not held up").isNotEmpty();
    }

    @Test
    void countsTheFilesOfATransfer() {
        var key = begun(giver, "");
        var files = new String[16];
        java.util.Arrays.fill(files, "O_PATH:" + file);
        for (int n = 0; n < 64; n++) {
            add(giver, key, files).ok();
        }

        assertThat(add(giver, key, files).message()).contains("1024 files");
    }
}
