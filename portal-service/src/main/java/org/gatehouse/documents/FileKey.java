package org.gatehouse.documents;

import java.util.HexFormat;

/// Which file it is, whatever it is called.
///
/// A file handle of name_to_handle_at(2) survives a change of the device's number; where there is
/// none, device and inode tell.
///
/// @param device `st_dev`, as stat(2) gives it
/// @param inode the number of the file on that device
/// @param handle the handle's type and bytes in hexadecimal digits; `""` where the file system has
///   none
public record FileKey(long device, long inode, String handle) {

    /// From what the store keeps.
    public static FileKey of(long device, long inode, byte[] handle) {
        return new FileKey(device, inode, HexFormat.of().formatHex(handle));
    }

    public byte[] handleBytes() {
        return HexFormat.of().parseHex(handle);
    }

    /// Whether both are the same file: by their handles where both have one, else by device and
    /// inode.
    public boolean isSameFile(FileKey other) {
        if (!handle.isEmpty() && !other.handle.isEmpty()) {
            return handle.equals(other.handle);
        }
        return device == other.device && inode == other.inode;
    }
}
