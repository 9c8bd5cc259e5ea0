package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// What statx(2) last told, read where the kernel wrote it. Layout: `struct statx`.
///
/// Threads: the one of its [NativeFiles].
public final class NativeStatus {

    static final int BYTES = 256;

    private static final int TYPE = 0170000;
    private static final int FOLDER = 0040000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;

    private final MemorySegment told;

    NativeStatus(Arena arena) {
        told = arena.allocate(BYTES, 8);
    }

    long address() {
        return told.address();
    }

    public int mode() {
        return told.get(JAVA_SHORT, 28) & 0xFFFF;
    }

    public boolean isFolder() {
        return (mode() & TYPE) == FOLDER;
    }

    public boolean isRegular() {
        return (mode() & TYPE) == REGULAR;
    }

    public boolean isLink() {
        return (mode() & TYPE) == LINK;
    }

    public int blockSize() {
        return told.get(JAVA_INT, 4);
    }

    public int links() {
        return told.get(JAVA_INT, 16);
    }

    public int user() {
        return told.get(JAVA_INT, 20);
    }

    public int group() {
        return told.get(JAVA_INT, 24);
    }

    public long inode() {
        return told.get(JAVA_LONG, 32);
    }

    /// In bytes.
    public long size() {
        return told.get(JAVA_LONG, 40);
    }

    /// In units of 512 bytes.
    public long blocks() {
        return told.get(JAVA_LONG, 48);
    }

    /// Seconds since the epoch.
    public long accessed() {
        return told.get(JAVA_LONG, 64);
    }

    public int accessedNanos() {
        return told.get(JAVA_INT, 72);
    }

    /// Seconds since the epoch.
    public long changed() {
        return told.get(JAVA_LONG, 96);
    }

    public int changedNanos() {
        return told.get(JAVA_INT, 104);
    }

    /// Seconds since the epoch.
    public long modified() {
        return told.get(JAVA_LONG, 112);
    }

    public int modifiedNanos() {
        return told.get(JAVA_INT, 120);
    }

    /// The device that it stands for, as stat(2) writes the number.
    public int representedDevice() {
        return (int) deviceNumber(told.get(JAVA_INT, 128), told.get(JAVA_INT, 132));
    }

    /// The device that it is on, as stat(2) writes the number.
    public long device() {
        return deviceNumber(told.get(JAVA_INT, 136), told.get(JAVA_INT, 140));
    }

    /// Source: gnu_dev_makedev(3).
    private static long deviceNumber(int major, int minor) {
        long high = Integer.toUnsignedLong(major);
        long low = Integer.toUnsignedLong(minor);
        return (low & 0xFF)
                | (high & 0xFFF) << 8
                | (low & 0xFFFFFF00L) << 12
                | (high & 0xFFFFF000L) << 32;
    }
}
