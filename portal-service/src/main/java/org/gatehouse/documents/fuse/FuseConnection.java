package org.gatehouse.documents.fuse;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;

/// The connection to the kernel of one mounted file system: receives requests, sends replies.
///
/// Threads: a few platform threads of its own wait for requests; when all of them are busy, one
/// more is started, so that a file system that answers late holds up only those who use it. All
/// methods may be called from any thread.
public final class FuseConnection {

    private static final int FEWEST = 3;
    private static final int MOST = 24;
    private static final int IDLE = 4;
    private static final long STACK_BYTES = 256 * 1024;

    private final Descriptor device;
    private final Function<NativeFiles, FuseHandler> handlers;
    private final String name;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final Runnable ended;
    private final Agreement agreement = new Agreement();
    private volatile boolean closing;

    private FuseConnection(
            Descriptor device,
            Function<NativeFiles, FuseHandler> handlers,
            String name,
            Runnable ended) {
        this.device = device;
        this.handlers = handlers;
        this.name = name;
        this.ended = ended;
    }

    /// Begins to serve.
    ///
    /// @param device of a file system that has just been mounted; stays open until this has ended
    /// @param handlers gives each thread its handler, which may keep the calls it is given
    /// @param name of the threads
    /// @param ended run on the last of the threads when the kernel has ended the connection, which
    ///   it does when the file system has been unmounted and nobody uses it any longer, or when
    ///   [#close] has
    public static FuseConnection start(
            Descriptor device,
            Function<NativeFiles, FuseHandler> handlers,
            String name,
            Runnable ended) {
        var connection = new FuseConnection(device, handlers, name, ended);
        for (int i = 0; i < FEWEST; i++) {
            connection.startThread();
        }
        return connection;
    }

    private synchronized void startThread() {
        if (closing || running.get() >= MOST) {
            return;
        }
        var worker = new FuseWorker(this, device.number(), handlers);
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name(name + "-" + started.incrementAndGet())
                        .stackSize(STACK_BYTES)
                        .unstarted(worker);
        running.incrementAndGet();
        thread.start();
    }

    Agreement agreement() {
        return agreement;
    }

    /// A thread has nothing to do.
    void waits() {
        idle.incrementAndGet();
    }

    /// A thread has got something to do.
    void works() {
        if (idle.decrementAndGet() == 0 && !closing && running.get() < MOST) {
            startThread();
        }
    }

    /// Whether a thread that is done shall wait for more: not if enough of them do.
    boolean wantsAnother() {
        return !closing && (idle.get() < IDLE || running.get() <= FEWEST);
    }

    /// A thread has ended; with the last one, the connection.
    void threadEnded() {
        if (running.decrementAndGet() == 0) {
            ended.run();
        }
    }

    /// The threads end with the next request that each of them answers.
    ///
    /// They wait in the kernel, and nothing but a request wakes them: whoever closes sees to it
    /// that there are some.
    public void close() {
        closing = true;
    }

    /// How many threads still serve.
    public int threads() {
        return running.get();
    }
}
