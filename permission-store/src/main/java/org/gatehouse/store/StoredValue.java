package org.gatehouse.store;

import java.util.Arrays;
import java.util.HexFormat;

/// A value of any D-Bus type, kept byte for byte.
///
/// Shape: the signature of one complete type, and its content marshalled little-endian from an
/// offset that is a multiple of 8. At most 64 KiB, containers at most 32 deep. Two values are equal
/// if signature and bytes are.
///
/// @param bytes not to be changed
public record StoredValue(String signature, byte[] bytes) {

    /// What an entry has that was made without a value.
    ///
    /// Source: xdg-desktop-portal, `xdg-permission-store/xdg-permission-store.c`,
    /// `handle_set_permission`.
    public static final StoredValue NONE = new StoredValue("y", new byte[] {0});

    public static final int MAX_BYTES = 64 * 1024;
    public static final int MAX_DEPTH = 32;

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredValue(var otherSignature, var otherBytes)
                && signature.equals(otherSignature)
                && Arrays.equals(bytes, otherBytes);
    }

    @Override
    public int hashCode() {
        return 31 * signature.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return signature + ":" + HexFormat.of().formatHex(bytes);
    }
}
