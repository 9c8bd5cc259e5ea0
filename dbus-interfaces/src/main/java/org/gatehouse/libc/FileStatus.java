package org.gatehouse.libc;

/// What statx(2) tells of a file.
///
/// @param mode type and permission bits
/// @param device major << 32 | minor of the file system's device
/// @param inode the file's number on that device
public record FileStatus(int mode, long device, long inode) {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;

    public boolean isRegular() {
        return (mode & TYPE) == REGULAR;
    }

    /// Whether both are the same file, whatever paths led there.
    public boolean isSameFile(FileStatus other) {
        return device == other.device && inode == other.inode;
    }
}
