package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row P8 of the requirements, at the mount: a grant gives no more than the user has.
///
/// Root may read everything, so all of it happens as nobody.
@Timeout(90)
class P8FilePermissionsAreObeyedTest {

    private static final String PATH = "by-app/" + Mounted.EDITOR + "/" + ServedDocument.ID;

    @TempDir Path folder;

    private static void giveToNobody(Path path) throws IOException {
        if (Files.getOwner(path).getName().equals("root")) {
            var users = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, users.lookupPrincipalByName("nobody"));
        }
    }

    private ServingProcess serve(Path file) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        giveToNobody(folder);
        giveToNobody(file);
        var scratch = Files.createDirectory(folder.resolve("scratch"));
        return ServingProcess.startAsNobody(scratch, folder.resolve("doc"), file);
    }

    @Test
    void aFileThatNobodyMayReadIsNotReadThroughItsDocument() throws Exception {
        var file = Files.writeString(folder.resolve("a.txt"), "secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        try (var serving = serve(file)) {
            var shown = folder.resolve("doc").resolve(PATH).resolve("a.txt").toString();

            assertThat(serving.run("stat", "-c", "%a", shown).strip()).isEqualTo("0");
            assertThatThrownBy(() -> serving.run("cat", shown))
                    .hasMessageContaining("Permission denied");
            assertThatThrownBy(() -> serving.run("dd", "if=/dev/null", "of=" + shown))
                    .hasMessageContaining("Permission denied");
            assertThat(serving.end()).isZero();
        }
    }

    @Test
    void aFileThatTheUserMayReadIsReadAndSaved() throws Exception {
        var file = Files.writeString(folder.resolve("a.txt"), "Dear");
        try (var serving = serve(file)) {
            var shown = folder.resolve("doc").resolve(PATH).resolve("a.txt");

            assertThat(serving.run("cat", shown.toString())).isEqualTo("Dear");
            serving.run("cp", "/proc/self/status", shown + ".new");
            serving.run("mv", shown + ".new", shown.toString());

            assertThat(file).content().startsWith("Name:");
            assertThat(serving.end()).isZero();
        }
        assertThat(folder.resolve("doc")).isEmptyDirectory();
    }
}
