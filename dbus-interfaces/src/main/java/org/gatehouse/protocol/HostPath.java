package org.gatehouse.protocol;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// An absolute path on the host, as the bytes that the kernel knows.
///
/// File names need not be text in any encoding, and what Java takes for a path depends on the
/// locale that the process was started in. Here each character stands for one byte.
///
/// Shape: begins with `/`; no NUL, no empty element, no `.` or `..`, no `/` at the end but for the
/// root itself; at most 4,095 bytes.
///
/// @param latin1 the bytes, read as ISO 8859-1
public record HostPath(String latin1) {

    private static final int LONGEST = 4095;
    private static final String ROOT = "/";

    /// @throws IllegalArgumentException if it has not that shape
    public HostPath {
        if (!isValid(latin1)) {
            throw new IllegalArgumentException("not an absolute path");
        }
    }

    /// The path of these bytes, if they have the shape of one.
    public static Optional<HostPath> parse(byte[] bytes) {
        var latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        return isValid(latin1) ? Optional.of(new HostPath(latin1)) : Optional.empty();
    }

    /// The path that goes over the bus as these bytes, `ay`: what stands before the NUL at the end,
    /// which some leave out. Empty if it has not the shape of one.
    public static Optional<HostPath> ofWire(byte[] bytes) {
        return parse(beforeNul(bytes));
    }

    /// The name of a file that goes over the bus as these bytes, as [#isName] has it; empty if they
    /// are none.
    public static Optional<String> nameOfWire(byte[] bytes) {
        var name = new String(beforeNul(bytes), StandardCharsets.ISO_8859_1);
        return isName(name) ? Optional.of(name) : Optional.empty();
    }

    private static byte[] beforeNul(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return Arrays.copyOf(bytes, length);
    }

    /// As it goes over the bus: with a NUL at the end.
    public byte[] wire() {
        return wire(latin1);
    }

    /// A name as it goes over the bus.
    ///
    /// @param name as [#isName] has it
    public static byte[] wire(String name) {
        var bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /// The same path as Java has it, byte by byte, whatever the locale.
    ///
    /// @param path absolute; one with a name beyond ASCII is looked at
    /// @throws IllegalArgumentException if it is none
    public static HostPath of(Path path) {
        var normal = path.normalize();
        var text = normal.toString();
        // what cannot be decoded became a replacement, which is not ASCII either
        if (text.chars().allMatch(each -> each < 0x80)) {
            return new HostPath(text);
        }
        return FileUri.parse(normal.toUri().toString())
                .orElseThrow(() -> new IllegalArgumentException("not an absolute path"));
    }

    /// The same path for Java, byte by byte, whatever the locale.
    public Path toPath() {
        return Path.of(URI.create(FileUri.of(this)));
    }

    private static boolean isValid(String path) {
        if (path.equals(ROOT)) {
            return true;
        }
        return path.startsWith(ROOT) && path.length() <= LONGEST && areNames(path.substring(1));
    }

    private static boolean areNames(String relative) {
        for (var name : relative.split("/", -1)) {
            if (!isName(name)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a string of such characters can be the name of a file in a folder.
    public static boolean isName(String latin1) {
        return !latin1.isEmpty()
                && !latin1.equals(".")
                && !latin1.equals("..")
                && latin1.indexOf('/') < 0
                && latin1.indexOf('\0') < 0;
    }

    public byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The folder that it is in; the root is in itself.
    public HostPath parent() {
        int slash = latin1.lastIndexOf('/');
        return new HostPath(slash <= 0 ? ROOT : latin1.substring(0, slash));
    }

    /// The last element; `""` for the root.
    public String name() {
        return latin1.substring(latin1.lastIndexOf('/') + 1);
    }

    /// The path of something in this folder.
    ///
    /// @param name as [#isName] says
    /// @throws IllegalArgumentException if it is not a name
    public HostPath child(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a file name");
        }
        return new HostPath(latin1.equals(ROOT) ? ROOT + name : latin1 + '/' + name);
    }

    /// Whether this is `folder` or something below it.
    public boolean isWithin(HostPath folder) {
        return folder.latin1.equals(ROOT)
                || latin1.equals(folder.latin1)
                || latin1.startsWith(folder.latin1 + '/');
    }

    /// For people: read as UTF-8, with a replacement for what is none.
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
