package org.gatehouse.bus;

import java.util.Arrays;
import java.util.HexFormat;

/// A value of D-Bus type `v` that is kept byte for byte.
///
/// Shape: the signature of one complete type, and the content marshalled little-endian as if it
/// began at an offset that is a multiple of 8. Two values are equal if signature and bytes are.
///
/// @param signature one complete D-Bus type, such as `a{sv}`
/// @param bytes the content; not to be changed
public record RawVariant(String signature, byte[] bytes) {

    /// The single byte 0, which is what the reference store gives an entry that was made without
    /// data.
    public static final RawVariant ZERO_BYTE = new RawVariant("y", new byte[] {0});

    @Override
    public boolean equals(Object other) {
        return other instanceof RawVariant(var otherSignature, var otherBytes)
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
