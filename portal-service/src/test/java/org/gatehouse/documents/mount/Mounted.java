package org.gatehouse.documents.mount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.FileKey;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleFailure;

/// A mount in this process, with a folder of the host beside it. Unmounts when it is closed.
final class Mounted implements AutoCloseable {

    static final AppId EDITOR = new AppId("org.example.Editor");
    static final AppId OTHER = new AppId("org.example.Other");

    private static final long PROGRAM_SECONDS = 60;

    private final DocumentTable table = new DocumentTable();
    private final Path host;
    private final Path point;
    private final DocumentMount mount;

    /// @param folder empty, of the test
    Mounted(Path folder) throws IOException, RoleFailure {
        host = Files.createDirectory(folder.resolve("host"));
        point = folder.resolve("doc");
        mount = DocumentMount.start(table, new HostPath(point.toString()));
    }

    DocumentMount mount() {
        return mount;
    }

    DocumentTable table() {
        return table;
    }

    /// Where the host's files are.
    Path host() {
        return host;
    }

    Path point() {
        return point;
    }

    /// `by-app/APP` of an app: what its sandbox is shown.
    Path of(AppId app) {
        return point.resolve("by-app").resolve(app.value());
    }

    /// Makes a file a document.
    ///
    /// @return what it is called below a view
    Path addFile(String id, Path file) throws IOException {
        add(id, file, Objects.requireNonNull(file.getParent()), false);
        return Path.of(id, file.getFileName().toString());
    }

    /// Makes a folder a document.
    ///
    /// @return what it is called below a view
    Path addFolder(String id, Path folder) throws IOException {
        add(id, folder, folder, true);
        return Path.of(id, folder.getFileName().toString());
    }

    private void add(String id, Path path, Path anchor, boolean isFolder) throws IOException {
        var hostPath = new HostPath(path.toString());
        var key = key(anchor);
        table.put(
                new Document(new DocumentId(id), hostPath, key, isFolder, false, false, Map.of()));
    }

    static FileKey key(Path path) throws IOException {
        try (var opened = Descriptor.open(path.toString(), Descriptor.O_PATH)) {
            return FileKeys.of(opened, new NativeFiles());
        }
    }

    /// Gives an app exactly these; none takes it all away.
    void grant(String id, AppId app, DocumentPermission... permissions) {
        var document = table.find(new DocumentId(id)).orElseThrow();
        table.put(document.with(app, Set.of(permissions)));
    }

    /// What a program writes, which ends well within its time.
    static String run(Path folder, String... command) throws Exception {
        var output = Files.createTempFile("output", ".txt");
        try {
            var process =
                    new ProcessBuilder(List.of(command))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(PROGRAM_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new TimeoutException(command[0]);
            }
            var text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + text);
            }
            return text;
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public void close() {
        mount.close();
    }
}
