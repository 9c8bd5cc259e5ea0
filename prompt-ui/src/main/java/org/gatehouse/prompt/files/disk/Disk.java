package org.gatehouse.prompt.files.disk;

import java.net.URI;
import java.nio.file.Path;
import org.gatehouse.prompt.files.FileUri;
import org.gatehouse.protocol.HostPath;

/// The same path for the kernel and for Java, whatever the locale: by way of a URI, which Java
/// reads and writes byte by byte.
public final class Disk {

    private Disk() {}

    /// The path for Java.
    public static Path path(HostPath path) {
        return Path.of(URI.create(FileUri.of(path)));
    }

    /// The path of an absolute path of Java's.
    ///
    /// @throws IllegalArgumentException if it is none
    public static HostPath hostPath(Path path) {
        var text = path.toString();
        if (isAscii(text)) {
            return new HostPath(text);
        }
        return FileUri.parse(path.toUri().toString())
                .orElseThrow(() -> new IllegalArgumentException("not an absolute path"));
    }

    /// The name of something in a folder, each byte one character.
    static String name(Path child) {
        var text = String.valueOf(child.getFileName());
        return isAscii(text) ? text : hostPath(child).name();
    }

    /// Undecodable bytes become a replacement, which is not ASCII either.
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
