package org.gatehouse.store.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.gatehouse.libc.Descriptor;

/// Writes to a descriptor that somebody else opened, from its offset on. Threads: one.
final class DescriptorOutput extends OutputStream {

    private final Descriptor descriptor;

    DescriptorOutput(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        descriptor.write(Arrays.copyOfRange(from, offset, offset + length));
    }
}
