package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.documents.mount.Mounted.EDITOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.role.RoleFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A granted folder under the programs that ask most of a file system.
@Timeout(120)
class MountUsedByProgramsTest {

    @TempDir Path folder;
    private Mounted mounted;
    private Path real;
    private Path shown;

    @BeforeEach
    void mount() throws IOException, RoleFailure {
        mounted = new Mounted(folder);
        real = Files.createDirectory(mounted.host().resolve("work"));
        shown = mounted.of(EDITOR).resolve(mounted.addFolder("work", real));
        mounted.grant("work", EDITOR, DocumentPermission.READ, DocumentPermission.WRITE);
    }

    @AfterEach
    void unmount() {
        mounted.close();
    }

    private static String git(Path folder, String... arguments) throws Exception {
        var identity = Stream.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org");
        var command = Stream.concat(identity, Stream.of(arguments)).toArray(String[]::new);
        return Mounted.run(folder, command);
    }

    @Test
    void gitCommitsClonesAndCollects() throws Exception {
        git(shown, "init", "-q", "one");
        var one = shown.resolve("one");
        for (int i = 0; i < 5; i++) {
            Files.writeString(one.resolve("file-" + i), "content\n".repeat(1000 * i));
            git(one, "add", ".");
            git(one, "commit", "-q", "-m", "change " + i);
        }
        git(shown, "clone", "-q", "one", "two");
        git(shown.resolve("two"), "gc", "-q");

        assertThat(git(real.resolve("two"), "fsck", "--full")).doesNotContain("error");
        assertThat(git(real.resolve("two"), "status", "--short")).isEmpty();
        assertThat(git(real.resolve("two"), "log", "--oneline").lines()).hasSize(5);
    }

    @Test
    void sqliteWritesAheadFromSeveralProcesses() throws Exception {
        var database = shown.resolve("t.db").toString();
        Mounted.run(
                shown, "sqlite3", database, "pragma journal_mode=wal; create table t(a integer)");
        var insert =
                "for i in 1 2 3 4 5 6 7 8 9 10; do sqlite3 -cmd '.timeout 20000' "
                        + database
                        + " 'insert into t values(1)'; done";
        Mounted.run(
                shown, "sh", "-c", "(%s) & (%s) & (%s) & wait".formatted(insert, insert, insert));

        var seen =
                Mounted.run(
                        real,
                        "sqlite3",
                        real.resolve("t.db").toString(),
                        "select count(*) from t; pragma integrity_check");

        assertThat(seen.lines()).containsExactly("30", "ok");
    }

    @Test
    void cpKeepsWhatItIsToldToKeep() throws Exception {
        var source = Files.createDirectories(mounted.host().resolve("source/deep"));
        Files.writeString(source.resolve("a"), "a");
        Files.createSymbolicLink(source.resolve("link"), Path.of("a"));
        Files.createLink(source.resolve("b"), source.resolve("a"));
        Mounted.run(source, "touch", "-d", "2001-02-03 04:05:06.789", "a");

        var top = Objects.requireNonNull(source.getParent());
        Mounted.run(shown, "cp", "-a", top.toString(), ".");

        var copied = shown.resolve("source/deep");
        assertThat(Mounted.run(copied, "find", ".", "-printf", "%p %y %n %s %T@\\n"))
                .isEqualToIgnoringWhitespace(
                        Mounted.run(source, "find", ".", "-printf", "%p %y %n %s %T@\\n"));
    }

    @Test
    void moreFilesThanThereMayBeDescriptors() throws Exception {
        var script =
                """
                import os, sys
                for i in range(20000):
                    name = "%s/f%d" % (sys.argv[1], i)
                    os.close(os.open(name + ".tmp", os.O_CREAT | os.O_WRONLY))
                    os.rename(name + ".tmp", name)
                print(sum(entry.stat().st_nlink for entry in os.scandir(sys.argv[1])))
                """;

        var sum = Mounted.run(shown, "python3", "-c", script, shown.toString());

        assertThat(sum.strip()).isEqualTo("20000");
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open.count()).isLessThan(15_000);
        }
    }
}
