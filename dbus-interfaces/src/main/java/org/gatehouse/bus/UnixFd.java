package org.gatehouse.bus;

import org.gatehouse.libc.Libc;

/// A file descriptor that came with a message or is to go with one (D-Bus type `h`).
///
/// Whoever holds it closes it. One that arrives with a call is closed by the bus layer when the
/// call has been answered, unless the handler took it; one that is sent is closed once it has been
/// handed over.
///
/// Threads: any.
public final class UnixFd implements AutoCloseable {

    private static final int NONE = -1;

    private int number;

    public UnixFd(int number) {
        this.number = number;
    }

    /// The descriptor's number, ≥ 0.
    ///
    /// @throws IllegalStateException if it was taken or closed
    public synchronized int number() {
        if (number == NONE) {
            throw new IllegalStateException("descriptor is gone");
        }
        return number;
    }

    /// Hands the descriptor to the caller, who closes it from now on.
    ///
    /// @throws IllegalStateException if it was taken or closed
    public synchronized int take() {
        int taken = number();
        number = NONE;
        return taken;
    }

    @Override
    public synchronized void close() {
        if (number != NONE) {
            Libc.close(number);
            number = NONE;
        }
    }

    @Override
    public synchronized String toString() {
        return "fd " + number;
    }
}
