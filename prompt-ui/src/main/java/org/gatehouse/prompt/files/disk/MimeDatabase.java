package org.gatehouse.prompt.files.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.prompt.files.FileTypes;
import org.gatehouse.prompt.files.GlobTypes;
import org.gatehouse.role.XdgDirectories;

/// The installed database of MIME types, read once when it is first asked.
///
/// Source: Shared MIME-info Database specification 0.21, `globs2`, `subclasses`, `aliases`.
/// Threads: any; the first call blocks.
public final class MimeDatabase implements FileTypes {

    private static final int LARGEST = 4 * 1024 * 1024;

    private final List<Path> folders;
    private final java.util.function.Supplier<GlobTypes> types = new Once();

    public MimeDatabase(XdgDirectories directories) {
        folders =
                Stream.concat(Stream.of(directories.dataHome()), directories.dataDirs().stream())
                        .map(folder -> folder.resolve("mime"))
                        .toList();
    }

    @Override
    public String of(String name) {
        return types.get().of(name);
    }

    @Override
    public boolean isA(String type, String wanted) {
        return types.get().isA(type, wanted);
    }

    private final class Once implements java.util.function.Supplier<GlobTypes> {

        private volatile GlobTypes read = GlobTypes.none();
        private volatile boolean done;

        @Override
        public synchronized GlobTypes get() {
            if (!done) {
                read = GlobTypes.of(lines("globs2"), lines("subclasses"), lines("aliases"));
                done = true;
            }
            return read;
        }
    }

    /// Of the most important folder first.
    private List<String> lines(String name) {
        return folders.stream().flatMap(folder -> lines(folder.resolve(name))).toList();
    }

    private static Stream<String> lines(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
