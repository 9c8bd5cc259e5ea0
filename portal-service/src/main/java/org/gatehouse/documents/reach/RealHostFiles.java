package org.gatehouse.documents.reach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;

/// The host's file systems. Every answer is read anew.
final class RealHostFiles implements HostFiles {

    private static final int TYPE = 0170000;
    private static final int SOCKET = 0140000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    @Override
    public Optional<HostPath> real(HostPath path) {
        try (var file = Descriptor.open(path.bytes(), Descriptor.O_PATH)) {
            return switch (file.status().mode() & TYPE) {
                case SOCKET, REGULAR, DIRECTORY -> HostPath.parse(file.place());
                default -> Optional.empty();
            };
        } catch (SystemCallException _) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> root() {
        try (var entries = Files.list(Path.of("/"))) {
            return entries.map(each -> each.getFileName().toString())
                    .map(name -> name.getBytes(StandardCharsets.UTF_8))
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
