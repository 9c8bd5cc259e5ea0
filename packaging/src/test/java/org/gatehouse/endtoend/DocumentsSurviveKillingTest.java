package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.portal.Documents;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.libc.Descriptor;
import org.junit.jupiter.api.Test;

/// What was acknowledged is there after the service was killed: added, permitted, revoked, deleted.
///
/// 30 times; 200 with the system property `gatehouse.long`.
class DocumentsSurviveKillingTest {

    private static final int ROUNDS = Boolean.getBoolean("gatehouse.long") ? 200 : 30;
    private static final String PATH = "/org/freedesktop/portal/documents";
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String APP = "org.example.Editor";

    private final Map<String, List<String>> expected = new HashMap<>();
    private final List<String> deleted = new ArrayList<>();

    @Test
    void whateverWasAcknowledged() throws IOException, InterruptedException {
        try (var desktop = new Desktop();
                var bus = BusConnection.open(BusAddress.session(desktop.environment()))) {
            var documents = bus.remote(Documents.class, Names.DOCUMENTS, PATH, DEADLINE);
            for (int round = 0; round < ROUNDS; round++) {
                var service = desktop.start(Image.SERVICE);
                desktop.awaitOwner(Names.DOCUMENTS);
                check(documents);
                var file = Path.of(desktop.variable("HOME"), "file" + round);
                change(documents, Files.writeString(file, "x"));
                service.signal("KILL");
                service.awaitEnd();
            }
            var service = desktop.start(Image.SERVICE);
            desktop.awaitOwner(Names.DOCUMENTS);
            check(documents);
            assertThat(
                            Path.of(
                                    new String(documents.GetMountPoint(), StandardCharsets.UTF_8)
                                            .replace("\0", "")))
                    .isNotEmptyDirectory();
            service.signal("TERM");
            assertThat(service.awaitEnd()).isZero();
        }
    }

    private void change(Documents documents, Path file) throws IOException {
        var revoked = added(documents, file);
        var gone = added(documents, file);
        var granted = added(documents, file);
        documents.Delete(gone);
        deleted.add(gone);
        documents.RevokePermissions(revoked, APP, List.of("write"));
        expected.put(revoked, List.of("read"));
        documents.GrantPermissions(granted, APP, List.of("delete"));
        expected.put(granted, List.of("read", "write", "delete"));
    }

    private static String added(Documents documents, Path file) throws IOException {
        var descriptor = Descriptor.open(file.toString(), Descriptor.O_PATH);
        return documents.AddFull(
                        List.of(new UnixFd(descriptor.number())),
                        new UInt32(2),
                        APP,
                        List.of("read", "write"))
                .doc_ids()
                .getFirst();
    }

    private void check(Documents documents) {
        assertThat(documents.List("").keySet()).noneMatch(deleted::contains);
        expected.forEach((id, words) ->
                assertThat(documents.Info(id).apps()).as(id).isEqualTo(Map.of(APP, words)));
    }
}
