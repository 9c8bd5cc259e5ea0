package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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
    private static final int AT_FDCWD = -100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int O_CLOEXEC = 02000000;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int STATX_SIZE = 256;
    private static final long SYS_OPENAT2 = 437;
    private static final int OPEN_HOW_SIZE = 24;
    private static final long RESOLVE_NO_SYMLINKS = 4;
    private static final int MAX_HANDLE = 128;
    private static final int ENOSYS = 38;

    private static final PlainFunction FCNTL = new PlainFunction("fcntl");
    private static final PlainFunction STATX = new PlainFunction("statx");
    private static final PlainFunction ACCESS = new PlainFunction("access");
    private static final PlainFunction HANDLE = new PlainFunction("name_to_handle_at");
    private static final PlainFunction SYSCALL = new PlainFunction("syscall");

    private OpenedPaths() {}

    /// The flags that a descriptor was opened with, as `F_GETFL` tells them.
    ///
    /// @throws SystemCallException if it is not open
    public static int flags(int descriptor) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            return FCNTL.call(arena, descriptor, F_GETFL);
        }
    }

    /// Opens a path in which nothing is a symbolic link; close-on-exec always.
    ///
    /// @throws SystemCallException if it cannot be opened, or a part of it is a link
    public static Descriptor openStrictly(byte[] path, int flags) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var how = arena.allocate(OPEN_HOW_SIZE, 8);
            how.set(JAVA_LONG, 0, flags | O_CLOEXEC);
            how.set(JAVA_LONG, 16, RESOLVE_NO_SYMLINKS);
            long name = text(arena, path).address();
            return Descriptor.owning(
                    SYSCALL.call(arena, SYS_OPENAT2, AT_FDCWD, name, how.address(), OPEN_HOW_SIZE));
        } catch (SystemCallException e) {
            if (e.error() != ENOSYS) {
                throw e;
            }
            // a filter of system calls that is older than the call; the last part at least
            return Descriptor.open(path, flags | Descriptor.O_NOFOLLOW);
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

    /// The file's handle: its type, 4 bytes little-endian, and its bytes; none where the file
    /// system has no handles.
    public static byte[] handle(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            var handle = arena.allocate(8 + MAX_HANDLE, 8);
            var mount = arena.allocate(8, 8);
            handle.set(JAVA_INT, 0, MAX_HANDLE);
            long here = arena.allocateFrom("").address();
            HANDLE.call(arena, descriptor, here, handle.address(), mount.address(), AT_EMPTY_PATH);
            return handle.asSlice(4, 4L + handle.get(JAVA_INT, 0)).toArray(JAVA_BYTE);
        } catch (SystemCallException e) {
            return new byte[0];
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
