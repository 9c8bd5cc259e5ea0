package org.gatehouse.prompt.files.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.gatehouse.prompt.files.ChooserMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is remembered of each app, a small file for each: `$XDG_STATE_HOME/gatehouse/file-chooser`.
/// An app without an id is not remembered.
///
/// Threads: any but the toolkit's.
public final class MemoryFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryFiles.class);
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,254}");
    private static final int LARGEST = 16 * 1024;

    private final Path folder;

    /// @param stateHome `$XDG_STATE_HOME`
    public MemoryFiles(Path stateHome) {
        folder = stateHome.resolve("gatehouse/file-chooser");
    }

    /// What was remembered; nothing where that cannot be read.
    public ChooserMemory read(String appId) {
        if (!FILE_NAME.matcher(appId).matches()) {
            return ChooserMemory.none();
        }
        try (var in = Files.newInputStream(folder.resolve(appId))) {
            var text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return ChooserMemory.of(text.lines().toList());
        } catch (IOException e) {
            return ChooserMemory.none();
        }
    }

    /// Replaces it as a whole.
    public void write(String appId, ChooserMemory memory) {
        if (!FILE_NAME.matcher(appId).matches()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            replace(folder.resolve(appId), memory.lines());
        } catch (IOException e) {
            LOG.warn("what {} looks at is not remembered: {}", appId, e.getMessage());
        }
    }

    private void replace(Path file, List<String> lines) throws IOException {
        var next = Files.createTempFile(folder, ".next", "");
        try {
            var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            try (var out = FileChannel.open(next, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
