package org.gatehouse.store.service;

import java.io.IOException;
import java.io.InputStream;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.protocol.PortalException;

/// Reads a descriptor that somebody else opened, 64 MiB at most. Threads: one.
final class DescriptorInput extends InputStream {

    private static final long LARGEST = 64L << 20;

    private final Descriptor descriptor;
    private long read;

    DescriptorInput(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var got = descriptor.readSome(length);
        System.arraycopy(got, 0, into, offset, got.length);
        read += got.length;
        if (read > LARGEST) {
            throw PortalException.invalidArgument("the file is over 64 MiB");
        }
        return got.length == 0 ? -1 : got.length;
    }
}
