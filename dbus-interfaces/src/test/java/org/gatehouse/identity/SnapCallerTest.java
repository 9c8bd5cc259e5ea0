package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process in a control group as snapd makes them; needs the right to make one.
class SnapCallerTest {

    @TempDir Path folder;

    private Path group = Path.of("/none");

    @BeforeEach
    void makeTheGroup() {
        var root =
                Stream.of("freezer", "unified", "")
                        .map(Path.of("/sys/fs/cgroup")::resolve)
                        .filter(place -> Files.isWritable(place.resolve("cgroup.procs")))
                        .findFirst();
        assumeTrue(root.isPresent(), "no control groups to write");
        group = root.orElseThrow().resolve("snap.maps.maps-" + ProcessHandle.current().pid());
        assumeTrue(group.toFile().mkdir(), "no control group could be made");
    }

    @AfterEach
    void removeTheGroup() {
        // it can go once its process has
        Await.until("the group is gone", () -> group.toFile().delete() || !Files.exists(group));
    }

    @Test
    void isTheSnapThatSnapdConfirms() throws Exception {
        snapd("echo '[Snap Info]'; echo InstanceName=maps");
        try (var app = inGroup()) {
            assertThat(identified(app).identity().wireKind()).isEqualTo("snap");
            assertThat(identified(app).identity().wireId()).isEqualTo("snap.maps");
        }
    }

    @Test
    void isRefusedWhenSnapdDoesNotKnowIt() throws Exception {
        snapd("exit 1");
        try (var app = inGroup()) {
            assertThatThrownBy(() -> identified(app)).isInstanceOf(IdentityDoubt.class);
        }
    }

    @Test
    void isRefusedWithoutSnapd() throws Exception {
        try (var app = inGroup()) {
            assertThatThrownBy(() -> identified(app)).isInstanceOf(IdentityDoubt.class);
        }
    }

    private Sandbox inGroup() throws IOException {
        var app = Sandbox.behind();
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(app.pid()));
        return app;
    }

    private Caller identified(Sandbox app) throws Exception {
        return ProcessIdentifierTest.identifier(KnownPeer.process(app.pid()), folder)
                .identify(":1.1");
    }

    private void snapd(String script) throws IOException {
        var file = Files.writeString(folder.resolve("snap"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
