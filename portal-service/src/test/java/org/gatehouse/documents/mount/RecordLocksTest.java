package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.documents.mount.Mounted.EDITOR;
import static org.gatehouse.documents.mount.Mounted.OTHER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.role.RoleFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordLocksTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// Takes a lock on the first 10 bytes, says so, and holds it until its input ends.
    private static final String HOLDER =
            """
            import fcntl, os, sys
            opened = os.open(sys.argv[1], os.O_RDWR)
            fcntl.lockf(opened, fcntl.LOCK_EX, 10, 0)
            print("locked", flush=True)
            sys.stdin.read()
            """;

    private static final String TRIES =
            """
            import fcntl, os, sys
            opened = os.open(sys.argv[1], os.O_RDWR)
            try:
                fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, int(sys.argv[2]))
                print("locked")
            except OSError as e:
                print("refused", e.errno)
            """;

    @TempDir Path folder;
    private Mounted mounted;
    private Path file;
    private Path shown;

    @BeforeEach
    void mount() throws IOException, RoleFailure {
        mounted = new Mounted(folder);
        file = Files.write(mounted.host().resolve("a.db"), new byte[100]);
        shown = mounted.of(EDITOR).resolve(mounted.addFile("a", file));
        for (var app : new org.gatehouse.protocol.AppId[] {EDITOR, OTHER}) {
            mounted.grant("a", app, DocumentPermission.READ, DocumentPermission.WRITE);
        }
    }

    @AfterEach
    void unmount() {
        mounted.close();
    }

    private static Process hold(Path path) throws IOException {
        var holder = new ProcessBuilder("python3", "-c", HOLDER, path.toString()).start();
        assertThat(holder.inputReader().readLine()).isEqualTo("locked");
        return holder;
    }

    private static String attempt(Path path, int start) throws Exception {
        return Mounted.run(Path.of("/"), "python3", "-c", TRIES, path.toString(), "" + start)
                .strip();
    }

    @Test
    void areMetByTheHostAndByOtherApps() throws Exception {
        var holder = hold(shown);
        try {
            assertThat(attempt(file, 0)).isEqualTo("refused 11");
            assertThat(attempt(mounted.of(OTHER).resolve("a/a.db"), 0)).isEqualTo("refused 11");
            assertThat(attempt(shown, 0)).isEqualTo("refused 11");
            assertThat(attempt(shown, 50)).isEqualTo("locked");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(attempt(shown, 0)).isEqualTo("locked");
        assertThat(attempt(file, 0)).isEqualTo("locked");
    }

    @Test
    void ofTheHostAreMet() throws Exception {
        var holder = hold(file);
        try {
            assertThat(attempt(shown, 0)).isEqualTo("refused 11");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void areWaitedFor() throws Exception {
        var holder = hold(file);
        var waiter = new ProcessBuilder("python3", "-c", HOLDER, shown.toString()).start();
        try {
            assertThat(waiter.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();

            holder.destroyForcibly().waitFor();

            assertThat(waiter.inputReader().readLine()).isEqualTo("locked");
        } finally {
            waiter.destroyForcibly().waitFor();
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void areNotWaitedForByTheDead() throws Exception {
        var holder = hold(shown);
        var waiter = new ProcessBuilder("python3", "-c", HOLDER, shown.toString()).start();
        try {
            assertThat(waiter.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();

            waiter.destroyForcibly();

            assertThat(waiter.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void showWhatWasWrittenBeforeThem() throws Exception {
        var script =
                """
                import fcntl, os, sys
                host, shown = (os.open(path, os.O_RDWR) for path in sys.argv[1:3])
                for i in range(300):
                    os.pread(shown, 4, 0)
                    fcntl.lockf(shown, fcntl.LOCK_UN, 10, 0)
                    os.pwrite(host, b"%04d" % i, 0)
                    fcntl.lockf(shown, fcntl.LOCK_SH, 10, 0)
                    seen = os.pread(shown, 4, 0)
                    assert seen == b"%04d" % i, (i, seen)
                """;

        var said =
                Mounted.run(
                        Path.of("/"), "python3", "-c", script, file.toString(), shown.toString());

        assertThat(said).isEmpty();
    }

    @Test
    void ofWholeFilesAreNotOffered() throws Exception {
        var script =
                """
                import errno, fcntl, os, sys
                try:
                    fcntl.flock(os.open(sys.argv[1], os.O_RDWR), fcntl.LOCK_EX)
                except OSError as e:
                    print(errno.errorcode[e.errno])
                """;

        var said = Mounted.run(Path.of("/"), "python3", "-c", script, shown.toString());

        assertThat(said.strip()).isEqualTo("ENOSYS");
    }
}
