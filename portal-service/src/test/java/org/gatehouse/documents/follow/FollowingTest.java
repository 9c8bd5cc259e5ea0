package org.gatehouse.documents.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.FileKey;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.testing.Await;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {

    private static final DocumentId ID = new DocumentId("one");

    @TempDir Path folder;

    private final DocumentTable table = new DocumentTable();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Followed followed =
            new Followed() {
                @Override
                public void moved(DocumentId id, HostPath from, HostPath to, FileKey anchor) {
                    told.add("moved " + to.name());
                    table.find(id).ifPresent(each -> table.put(each.movedTo(to, anchor)));
                }

                @Override
                public void deleted(DocumentId id, HostPath from) {
                    told.add("deleted " + from.name());
                    table.remove(id);
                }
            };
    private @Nullable Following following;

    @AfterEach
    void close() {
        if (following != null) {
            following.close();
        }
    }

    private void follow(Path file, long sweepsAfterMillis) throws IOException {
        try (var place = Descriptor.open(folder.toString(), Descriptor.O_PATH)) {
            var status = place.status();
            var key = FileKey.of(status.deviceNumber(), status.inode(), place.handle());
            var path = HostPath.parse(file.toString().getBytes(StandardCharsets.UTF_8));
            table.put(new Document(ID, path.orElseThrow(), key, false, false, true, Map.of()));
            following =
                    Following.start(
                            table,
                            followed,
                            Set.of(status.device()),
                            Duration.ofMillis(sweepsAfterMillis));
        }
        Await.until("it is held", () -> isHeld(file));
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

    private Document document() {
        return table.find(ID).orElseThrow();
    }

    @Test
    void tellsWhereAFileHasGone() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "a");
        follow(file, 60_000);

        Files.move(file, folder.resolve("b"));

        Await.until("it is told", () -> told.contains("moved b"));
        Files.move(folder.resolve("b"), Files.createDirectory(folder.resolve("c")).resolve("d"));
        Await.until("once more", () -> told.contains("moved d"));
    }

    @Test
    void marksADocumentDeadAndSweepsItLater() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "a");
        follow(file, 3_000);

        Files.delete(file);

        Await.until("it is dead", () -> table.isDead(document()));
        Await.until("it is swept", () -> told.contains("deleted a"));
        assertThat(isHeld(file)).isFalse();
    }

    @Test
    void revivesADocumentWhoseFileComesBack() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "a");
        follow(file, 60_000);
        Files.delete(file);
        Await.until("it is dead", () -> table.isDead(document()));

        Files.writeString(file, "another");

        Await.until("it lives", () -> !table.isDead(document()));
        assertThat(told).isEmpty();
    }

    @Test
    void letsGoOfWhatIsNoDocumentAnyLonger() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "a");
        follow(file, 60_000);

        table.remove(ID);

        Await.until("it is let go", () -> !isHeld(file));
    }
}
