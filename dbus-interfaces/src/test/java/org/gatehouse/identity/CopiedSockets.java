package org.gatehouse.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.libc.Descriptor;

/// Copies of every socket of a process.
final class CopiedSockets implements AutoCloseable {

    private final List<Descriptor> copies = new ArrayList<>();

    CopiedSockets(long pid) throws IOException {
        try (var process = Descriptor.ofProcess((int) pid);
                var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (var descriptor : open.toList()) {
                if (isSocket(descriptor)) {
                    int number = Integer.parseInt(descriptor.getFileName().toString());
                    copies.add(Theft.of(process, number));
                }
            }
        }
    }

    /// False for one that the process has closed meanwhile.
    private static boolean isSocket(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    void greet() {
        copies.forEach(Greeting::send);
    }

    @Override
    public void close() {
        copies.forEach(Descriptor::close);
    }
}
