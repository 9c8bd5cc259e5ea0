package org.gatehouse.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Standard error that never blocks the one who writes: a pipe that nobody reads only loses text.
///
/// Threads: any may write; one daemon thread passes the bytes on. Holds at most [#CAPACITY] bytes
/// that were not yet taken; what comes beyond them is dropped.
final class UnblockedErrors extends OutputStream {

    private static final int CAPACITY = 256 * 1024;

    private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger held = new AtomicInteger();
    private final OutputStream target;

    private UnblockedErrors(OutputStream target) {
        this.target = target;
    }

    /// Puts itself in the place of `System.err`.
    static UnblockedErrors install() {
        var errors = new UnblockedErrors(new FileOutputStream(FileDescriptor.err));
        Thread.ofPlatform().daemon().name("stderr").start(errors::passOn);
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        return errors;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (held.addAndGet(length) > CAPACITY) {
            held.addAndGet(-length);
            return;
        }
        var copy = new byte[length];
        System.arraycopy(bytes, offset, copy, 0, length);
        waiting.add(copy);
    }

    /// Waits until everything written so far was taken, but not longer than `milliseconds`.
    void drain(long milliseconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (held.get() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void passOn() {
        try {
            while (true) {
                var bytes = waiting.take();
                target.write(bytes);
                held.addAndGet(-bytes.length);
            }
        } catch (IOException _) {
            held.set(Integer.MAX_VALUE / 2); // closed by its reader: from now on everything is lost
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
