package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.freedesktop.portal.Documents;
import org.freedesktop.portal.FileTransfer;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsRoleTest {

    private final PrivateBus bus = PrivateBus.start();
    private final BusConnection client = bus.connect();
    private final Path point = bus.folder().resolve("run/doc");

    @AfterEach
    void close() {
        client.close();
        bus.close();
    }

    private RunningRole start(boolean replace) throws RoleFailure {
        return DocumentsRole.start(
                new RoleSettings(bus.environment(), replace, false),
                CompletableFuture.completedFuture(null));
    }

    private void awaitMount() {
        var documents =
                client.remote(
                        Documents.class,
                        DocumentsFace.NAME,
                        DocumentsFace.PATH,
                        Duration.ofSeconds(20));
        assertThat(new String(documents.GetMountPoint(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(point + "\0");
    }

    private static boolean isMounted(Path point) {
        return Files.isDirectory(point.resolve("by-app"));
    }

    private static int status(RunningRole role) throws Exception {
        return role.ended().get(20, TimeUnit.SECONDS);
    }

    @Test
    void tellsItsVersions() throws Exception {
        try (var role = start(false)) {
            assertThat(version(Documents.class)).hasToString("5");
            assertThat(version(FileTransfer.class)).hasToString("1");
            assertThat(role.ended()).isNotDone();
        }
    }

    private Object version(Class<?> type) {
        return client.property(
                type, DocumentsFace.NAME, DocumentsFace.PATH, "version", Duration.ofSeconds(20));
    }

    @Test
    void endsWithThreeWithoutABus() {
        var nowhere = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");

        assertThatThrownBy(() ->
                        DocumentsRole.start(
                                new RoleSettings(nowhere, false, false),
                                CompletableFuture.completedFuture(null)))
                .isInstanceOfSatisfying(
                        RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(3));
    }

    @Test
    void endsWithOneWhereTheNameIsTaken() throws Exception {
        try (var first = start(false)) {
            awaitMount();

            assertThatThrownBy(() -> start(false))
                    .isInstanceOfSatisfying(
                            RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(1));

            assertThat(first.ended()).isNotDone();
            assertThat(isMounted(point)).isTrue();
        }
    }

    @Test
    void handsNameAndMountOverToOneThatReplacesIt() throws Exception {
        try (var first = start(true)) {
            awaitMount();
            try (var second = start(true)) {
                assertThat(status(first)).isEqualTo(20);
                awaitMount();

                Await.until("the second serves the mount", () -> isMounted(point));
                assertThat(second.ended()).isNotDone();
            }
        }
    }

    @Test
    void endsWithTwentyOneWhenItIsUnmounted() throws Exception {
        try (var role = start(false)) {
            awaitMount();

            var _ = bus.run("fusermount3", "-u", point.toString()).succeeded();

            assertThat(status(role)).isEqualTo(21);
        }
    }

    @Test
    void leavesAnEmptyFolderBehind() throws IOException, RoleFailure {
        var role = start(false);
        awaitMount();

        role.close();

        assertThat(point).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(point)))
                .isEqualTo("rwx------");
    }

    @Test
    void endsCleanlyWithItsBus() throws Exception {
        try (var role = start(false)) {
            awaitMount();
            var daemon = ProcessHandle.of(bus.pid()).orElseThrow();

            daemon.destroy();

            assertThat(status(role)).isZero();
            Await.until("it is unmounted", () -> !isMounted(point));
        }
    }
}
