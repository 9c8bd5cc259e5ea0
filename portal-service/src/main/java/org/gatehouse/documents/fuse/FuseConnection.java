package org.gatehouse.documents.fuse;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;

/// The connection to the kernel of one mounted file system: receives requests, sends replies.
///
/// Threads: as many platform threads of its own as the machine has processors, up to four, wait for
/// requests; more of them would take turns and each find its processor cold. Those that a file
/// system which answers late holds up are replaced, so that it holds up nobody else. All methods
/// may be called from any thread.
public final class FuseConnection {

    private static final int FEWEST = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    private static final int MOST = 32;
    private static final long STACK_BYTES = 256 * 1024;

    private final Descriptor device;
    private final Function<NativeFiles, FuseHandler> handlers;
    private final String name;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final List<FuseWorker> workers = new CopyOnWriteArrayList<>();
    private final StallWatch watch = new StallWatch(this);
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
        connection.watch.start(name + "-watch");
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
        workers.add(worker);
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
        if (idle.decrementAndGet() == 0 && !closing) {
            watch.begin();
        }
    }

    /// Whether a thread that is done shall wait for more: not if enough of them do.
    boolean wantsAnother() {
        return !closing && (idle.get() < FEWEST || running.get() <= FEWEST);
    }

    /// The threads that there are.
    List<FuseWorker> workers() {
        return workers;
    }

    boolean isClosing() {
        return closing;
    }

    /// So many threads are held up by what they do.
    void replace(int heldUp) {
        if (running.get() - heldUp < FEWEST) {
            startThread();
        }
    }

    /// A thread has ended; with the last one, the connection.
    void threadEnded(FuseWorker worker) {
        workers.remove(worker);
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
        watch.begin();
    }

    /// How many threads still serve.
    public int threads() {
        return running.get();
    }
}
