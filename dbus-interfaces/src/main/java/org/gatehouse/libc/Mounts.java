package org.gatehouse.libc;

import java.lang.foreign.Arena;

/// Mounting and unmounting, for those who may (root). Threads: any; may block.
public final class Mounts {

    public static final int MS_NOSUID = 2;
    public static final int MS_NODEV = 4;
    private static final int MNT_DETACH = 2;
    private static final int UMOUNT_NOFOLLOW = 8;

    private Mounts() {}

    /// Mounts a file system.
    ///
    /// @param point the bytes of the path
    /// @throws SystemCallException if it may not be, or cannot be
    public static void mount(String source, byte[] point, String type, int flags, String options)
            throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            new PlainFunction("mount")
                    .call(
                            arena,
                            arena.allocateFrom(source).address(),
                            FileCalls.bytes(arena, point),
                            arena.allocateFrom(type).address(),
                            flags,
                            arena.allocateFrom(options).address());
        }
    }

    /// Takes what is mounted there out of the tree at once; it goes when nobody uses it any longer.
    ///
    /// @throws SystemCallException if it may not be, or nothing is mounted there
    public static void detach(byte[] point) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            new PlainFunction("umount2")
                    .call(arena, FileCalls.bytes(arena, point), MNT_DETACH | UMOUNT_NOFOLLOW);
        }
    }
}
