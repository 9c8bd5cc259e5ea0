package org.gatehouse.libc;

import java.io.IOException;
import java.io.Serial;

/// A system call that failed.
public final class SystemCallException extends IOException {

    @Serial private static final long serialVersionUID = 1;

    private final int error;

    public SystemCallException(String call, int error) {
        super(call + " failed with errno " + error);
        this.error = error;
    }

    /// The error number, such as [Libc#ENOENT].
    public int error() {
        return error;
    }
}
