package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/// What statx(2) tells of a file.
///
/// @param mode type and permission bits
/// @param device major << 32 | minor of the file system's device
/// @param inode the file's number on that device
public record FileStatus(int mode, long device, long inode) {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    /// From a filled `struct statx`.
    static FileStatus ofStatx(MemorySegment buffer) {
        long device =
                ((long) buffer.get(JAVA_INT, 136) << 32)
                        | (buffer.get(JAVA_INT, 140) & 0xFFFF_FFFFL);
        return new FileStatus(
                buffer.get(JAVA_SHORT, 28) & 0xFFFF, device, buffer.get(JAVA_LONG, 32));
    }

    public boolean isRegular() {
        return (mode & TYPE) == REGULAR;
    }

    public boolean isDirectory() {
        return (mode & TYPE) == DIRECTORY;
    }

    /// The device in the form of `st_dev` of stat(2).
    public long deviceNumber() {
        long major = device >>> 32;
        long minor = device & 0xFFFF_FFFFL;
        return ((major & ~0xFFFL) << 32)
                | ((major & 0xFFF) << 8)
                | ((minor & ~0xFFL) << 12)
                | (minor & 0xFF);
    }

    /// Whether both are the same file, whatever paths led there.
    public boolean isSameFile(FileStatus other) {
        return device == other.device && inode == other.inode;
    }
}
