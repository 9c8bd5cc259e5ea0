package org.gatehouse.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Files and folders by descriptor, for those who do much with them: nothing is allocated per call
/// and nothing thrown.
///
/// A name is the address of its bytes, with a NUL behind them; what a descriptor of O_PATH does not
/// allow goes through its entry below `/proc/self/fd`, which leads to that very file. Each method
/// returns what the call returns, ≥ 0, or the negated error number. Threads: one. Calls may block.
public final class NativeFiles {

    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_ACCMODE = 3;
    public static final int O_CREAT = 0100;
    public static final int O_EXCL = 0200;
    public static final int O_TRUNC = 01000;

    /// In place of a folder: where the process is; absolute paths do not depend on it.
    public static final int HERE = -100;

    static final int AT_EMPTY_PATH = 0x1000;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_SYMLINK_FOLLOW = 0x400;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int O_CLOEXEC = 02000000;
    private static final int O_NOCTTY = 0400;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final String OWN_DESCRIPTORS = "/proc/self/fd/";

    private static final PlainFunction OPENAT = new PlainFunction("openat");
    private static final PlainFunction CLOSE = new PlainFunction("close");
    private static final PlainFunction STATX = new PlainFunction("statx");
    private static final PlainFunction MKDIRAT = new PlainFunction("mkdirat");
    private static final PlainFunction MKNODAT = new PlainFunction("mknodat");
    private static final PlainFunction UNLINKAT = new PlainFunction("unlinkat");
    private static final PlainFunction RENAMEAT2 = new PlainFunction("renameat2");
    private static final PlainFunction LINKAT = new PlainFunction("linkat");
    private static final PlainFunction SYMLINKAT = new PlainFunction("symlinkat");
    private static final PlainFunction READLINKAT = new PlainFunction("readlinkat");
    private static final PlainFunction READLINK = new PlainFunction("readlink");
    private static final PlainFunction CHMOD = new PlainFunction("chmod");
    private static final PlainFunction CHOWN = new PlainFunction("fchownat");
    private static final PlainFunction UTIMENSAT = new PlainFunction("utimensat");
    private static final PlainFunction ACCESS = new PlainFunction("access");
    private static final PlainFunction STATFS = new PlainFunction("fstatfs");

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment state = Libc.callState(arena);
    private final MemorySegment nothing = arena.allocateFrom("");
    private final MemorySegment own = arena.allocate(32);
    private final NativeStatus status = new NativeStatus(arena);
    private final NativeContents contents = new NativeContents(arena, state);
    private final NativeAttributes attributes = new NativeAttributes(state);

    public NativeFiles() {
        own.setString(0, OWN_DESCRIPTORS);
    }

    /// What is done with the content of open files. Same thread.
    public NativeContents contents() {
        return contents;
    }

    /// Opens something in a folder, never following a link; close-on-exec always.
    ///
    /// @param mode of a file that is made
    public int open(int folder, long name, int flags, int mode) {
        int all = flags | O_CLOEXEC | O_NOCTTY | Descriptor.O_NOFOLLOW;
        return (int) OPENAT.call(state, folder, name, all, mode, 0);
    }

    /// Pins something in a folder, be it a link: a descriptor that neither reads nor writes.
    public int pin(int folder, long name) {
        return open(folder, name, Descriptor.O_PATH, 0);
    }

    /// Opens the file of a descriptor anew.
    public int reopen(int descriptor, int flags) {
        int all = (flags | O_CLOEXEC | O_NOCTTY) & ~Descriptor.O_NOFOLLOW;
        return (int) OPENAT.call(state, HERE, own(descriptor), all, 0, 0);
    }

    public void close(int descriptor) {
        CLOSE.call(state, descriptor, 0, 0);
    }

    /// Reads the status of an open file into [#status].
    public int examine(int descriptor) {
        return statx(descriptor, nothing.address(), AT_EMPTY_PATH);
    }

    /// Reads the status of something in a folder, of a link itself, into [#status].
    public int examine(int folder, long name) {
        return statx(folder, name, AT_SYMLINK_NOFOLLOW);
    }

    private int statx(int folder, long name, int flags) {
        return (int) STATX.call(state, folder, name, flags, STATX_BASIC_STATS, status.address());
    }

    /// What the last `examine` found, until the next.
    public NativeStatus status() {
        return status;
    }

    public int makeFolder(int folder, long name, int mode) {
        return (int) MKDIRAT.call(state, folder, name, mode);
    }

    public int makeNode(int folder, long name, int mode) {
        return (int) MKNODAT.call(state, folder, name, mode, 0, 0);
    }

    public int unlink(int folder, long name) {
        return (int) UNLINKAT.call(state, folder, name, 0);
    }

    public int removeFolder(int folder, long name) {
        return (int) UNLINKAT.call(state, folder, name, AT_REMOVEDIR);
    }

    /// @param flags of renameat2(2)
    public int rename(int folder, long name, int newFolder, long newName, int flags) {
        return (int) RENAMEAT2.call(state, folder, name, newFolder, newName, flags);
    }

    /// Gives the file of a descriptor one more name.
    public int link(int descriptor, int newFolder, long newName) {
        long file = own(descriptor);
        return (int) LINKAT.call(state, HERE, file, newFolder, newName, AT_SYMLINK_FOLLOW);
    }

    public int makeLink(long text, int folder, long name) {
        return (int) SYMLINKAT.call(state, text, folder, name);
    }

    /// The text of a pinned link; the number of its bytes.
    public int readLink(int descriptor, long into, int size) {
        return (int) READLINKAT.call(state, descriptor, nothing.address(), into, size, 0);
    }

    /// Where the file of a descriptor is now; the number of bytes.
    public int place(int descriptor, long into, int size) {
        return (int) READLINK.call(state, own(descriptor), into, size);
    }

    public int setMode(int descriptor, int mode) {
        return (int) CHMOD.call(state, own(descriptor), mode, 0);
    }

    /// @param user -1 leaves it as it is; so does `group`
    public int setOwner(int descriptor, int user, int group) {
        long here = nothing.address();
        return (int) CHOWN.call(state, descriptor, here, user, group, AT_EMPTY_PATH);
    }

    /// @param times the address of two `timespec`
    public int setTimes(int descriptor, long times) {
        return (int) UTIMENSAT.call(state, descriptor, nothing.address(), times, AT_EMPTY_PATH, 0);
    }

    /// Whether this process may; as access(2).
    public int mayAccess(int descriptor, int mask) {
        return (int) ACCESS.call(state, own(descriptor), mask, 0);
    }

    /// Fills a `struct statfs`.
    public int fileSystem(int descriptor, long into) {
        return (int) STATFS.call(state, descriptor, into, 0);
    }

    /// Of getxattr(2), setxattr(2), listxattr(2) and removexattr(2). The file must not be a link.
    public NativeAttributes attributesOf(int descriptor) {
        attributes.of(own(descriptor));
        return attributes;
    }

    private long own(int descriptor) {
        int end = OWN_DESCRIPTORS.length() + digits(descriptor);
        own.set(ValueLayout.JAVA_BYTE, end, (byte) 0);
        for (int rest = descriptor, at = end - 1; at >= OWN_DESCRIPTORS.length(); at--) {
            own.set(ValueLayout.JAVA_BYTE, at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        return own.address();
    }

    private static int digits(int number) {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
