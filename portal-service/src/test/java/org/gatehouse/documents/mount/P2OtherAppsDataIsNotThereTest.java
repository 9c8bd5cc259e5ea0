package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.documents.mount.Mounted.EDITOR;
import static org.gatehouse.documents.mount.Mounted.OTHER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.role.RoleFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row P2 of the requirements, at the mount: a foreign document does not exist.
@Timeout(60)
class P2OtherAppsDataIsNotThereTest {

    @TempDir Path folder;
    private Mounted mounted;
    private Path diary;

    @BeforeEach
    void mount() throws IOException, RoleFailure {
        mounted = new Mounted(folder);
        var file = Files.writeString(mounted.host().resolve("diary.txt"), "Today");
        diary = mounted.addFile("diary", file);
        mounted.grant("diary", EDITOR, DocumentPermission.READ);
    }

    @AfterEach
    void unmount() {
        mounted.close();
    }

    @Test
    void isThereForTheAppThatItWasGivenTo() {
        assertThat(mounted.of(EDITOR).resolve(diary)).hasContent("Today");
    }

    @Test
    void isNotThereForAnotherThatKnowsItsId() {
        var foreign = mounted.of(OTHER).resolve(diary);

        assertThatThrownBy(() -> Files.readString(foreign)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Files.readAttributes(mounted.of(OTHER).resolve("diary"), "*"))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void isNotReachedFromASandboxThatIsShownItsOwnFolder() throws Exception {
        mounted.addFile("own", Files.writeString(mounted.host().resolve("own.txt"), "mine"));
        mounted.grant("own", OTHER, DocumentPermission.READ);

        var seen =
                Mounted.run(
                        Path.of("/"),
                        "bwrap",
                        "--ro-bind",
                        "/usr",
                        "/usr",
                        "--symlink",
                        "usr/bin",
                        "/bin",
                        "--symlink",
                        "usr/lib",
                        "/lib",
                        "--symlink",
                        "usr/lib64",
                        "/lib64",
                        "--bind",
                        mounted.of(OTHER).toString(),
                        "/doc",
                        "sh",
                        "-c",
                        "cat /doc/own/own.txt; ls /doc /doc/..; cat /doc/../diary/diary.txt || :");

        assertThat(seen).startsWith("mine").doesNotContain("Today").contains("No such file");
    }
}
