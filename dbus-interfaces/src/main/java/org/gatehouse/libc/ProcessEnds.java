package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when processes end, without looking again and again: the kernel wakes it (epoll).
///
/// Threads: a platform thread of its own, on which listeners run; they must not wait. The rest from
/// any thread.
public final class ProcessEnds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessEnds.class);
    private static final int CLOSE_ON_EXEC = 02000000;
    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int READABLE = 1;
    private static final int EVENT_BYTES = 16;

    /// An event's data lies at 8, but at 4 where the structure is packed: half of it lies here in
    /// both cases.
    private static final int NUMBER = 8;

    private static final int PACKED = 4;
    private static final long STACK_BYTES = 256 * 1024;

    private static final PlainFunction CREATE = new PlainFunction("epoll_create1");
    private static final PlainFunction CONTROL = new PlainFunction("epoll_ctl");
    private static final PlainFunction WAIT = new PlainFunction("epoll_wait");
    private static final PlainFunction EVENT_FD = new PlainFunction("eventfd");

    private record Watched(int process, Runnable ended) {}

    private final int poll;
    private final Map<Integer, Watched> watched = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private volatile boolean closed;
    private volatile int wake = -1;

    private ProcessEnds(int poll) {
        this.poll = poll;
    }

    /// Begins with no process to watch.
    ///
    /// @throws SystemCallException if the kernel has no descriptor to give
    public static ProcessEnds start(String name) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var ends = new ProcessEnds(CREATE.call(arena, CLOSE_ON_EXEC));
            Thread.ofPlatform()
                    .daemon()
                    .name(name)
                    .stackSize(STACK_BYTES)
                    .unstarted(ends::run)
                    .start();
            return ends;
        }
    }

    /// Has `ended` run once when the process has ended; at once if it has.
    ///
    /// @param process a pidfd, which must stay open until then, or until the watch is closed
    /// @return ends the watch
    /// @throws SystemCallException if it cannot be watched
    public Runnable watch(Descriptor process, Runnable ended) throws SystemCallException {
        int number = last.incrementAndGet();
        watched.put(number, new Watched(process.number(), ended));
        try {
            control(ADD, process.number(), number);
        } catch (SystemCallException e) {
            watched.remove(number);
            throw e;
        }
        return () -> forget(number);
    }

    private void control(int operation, int descriptor, int number) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var event = arena.allocate(EVENT_BYTES, 8);
            event.set(JAVA_INT, 0, READABLE);
            event.set(JAVA_INT, PACKED, number);
            event.set(JAVA_INT, NUMBER, number);
            CONTROL.call(arena, poll, operation, descriptor, event.address());
        }
    }

    private void forget(int number) {
        var was = watched.remove(number);
        if (was == null) {
            return;
        }
        try {
            control(DELETE, was.process(), number);
        } catch (SystemCallException e) {
            LOG.debug("a process is not watched any longer: {}", e.getMessage());
        }
    }

    private void run() {
        try (var arena = Arena.ofConfined()) {
            var event = arena.allocate(EVENT_BYTES, 8);
            while (!closed) {
                await(event);
            }
        } catch (SystemCallException e) {
            LOG.warn("the ends of processes are not heard of any longer: {}", e.getMessage());
        } finally {
            Libc.close(poll);
            Libc.close(wake);
        }
    }

    private void await(MemorySegment event) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            WAIT.call(arena, poll, event.address(), 1, -1);
        }
        int number = event.get(JAVA_INT, NUMBER);
        var was = watched.get(number);
        forget(number);
        if (was != null) {
            was.ended().run();
        }
    }

    /// Ends the thread; no listener is told afterwards.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        watched.clear();
        try (var arena = Arena.ofConfined()) {
            // readable from its beginning, and so wakes the thread
            wake = EVENT_FD.call(arena, 1, CLOSE_ON_EXEC);
            control(ADD, wake, 0);
        } catch (SystemCallException e) {
            LOG.debug("a thread waits for nothing: {}", e.getMessage());
        }
    }
}
