package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Files by descriptor and by the bytes of their names, which need not be text.
///
/// Threads: any. Calls may block: not for virtual threads.
public final class OpenedPaths {

    /// What `access(2)` asks for.
    private static final int W_OK = 2;

    private static final int F_GETFL = 3;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int STATX_SIZE = 256;

    private static final PlainFunction FCNTL = new PlainFunction("fcntl");
    private static final PlainFunction STATX = new PlainFunction("statx");
    private static final PlainFunction ACCESS = new PlainFunction("access");

    private OpenedPaths() {}

    /// The flags that a descriptor was opened with, as `F_GETFL` tells them.
    ///
    /// @throws SystemCallException if it is not open
    public static int flags(int descriptor) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            return FCNTL.call(arena, descriptor, F_GETFL);
        }
    }

    /// What a name in a folder is; a symbolic link is itself.
    ///
    /// @throws SystemCallException if there is none
    public static FileStatus status(Descriptor folder, byte[] name) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(STATX_SIZE, 8);
            STATX.call(
                    arena,
                    folder.number(),
                    text(arena, name).address(),
                    AT_SYMLINK_NOFOLLOW,
                    STATX_BASIC_STATS,
                    buffer.address());
            return FileStatus.ofStatx(buffer);
        }
    }

    /// Whether this process could write the file, as its permissions and its mount say.
    public static boolean isWritable(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            ACCESS.call(arena, link(arena, descriptor).address(), W_OK);
            return true;
        } catch (SystemCallException e) {
            return false;
        }
    }

    private static MemorySegment link(Arena arena, int descriptor) {
        return arena.allocateFrom("/proc/self/fd/" + descriptor, StandardCharsets.US_ASCII);
    }

    private static MemorySegment text(Arena arena, byte[] bytes) {
        var text = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, text, JAVA_BYTE, 0, bytes.length);
        return text;
    }
}
