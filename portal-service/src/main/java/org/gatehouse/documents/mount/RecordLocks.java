package org.gatehouse.documents.mount;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseNotifier;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;
import org.jspecify.annotations.Nullable;

/// Record locks of apps, set on the real files, so that the host's programs meet them too.
///
/// Locks of POSIX belong to a process, and ours is only one: so each owner gets an open file of its
/// own for each file that it locks, and locks that belong to that (OFD locks). It is closed when
/// the owner closes the file, as POSIX wants it.
///
/// Threads: any. Those who wait for a lock do so in a list; a thread of its own, which is there
/// only as long as somebody waits, tries for them again and again, for the kernel tells nobody when
/// it could be had.
final class RecordLocks {

    /// F_UNLCK.
    static final int UNLOCK = 2;

    private static final long AGAIN_MILLIS = 20;
    private static final int EARLY = 64;

    /// @param type F_RDLCK 0, F_WRLCK 1, F_UNLCK 2
    /// @param length in bytes, 0 for all that follows
    record Range(int type, long start, long length) {}

    private record Key(long node, long owner) {}

    private record Waiting(long unique, RealNode node, long owner, Range range) {}

    private final DocumentTree tree;
    private final int device;
    private final Invalidation invalidation;
    private final Map<Key, Integer> files = new ConcurrentHashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Queue<Long> interruptedEarly = new ArrayDeque<>();
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread waiter;
    private boolean closed;

    /// @param device where those are answered who waited in vain
    /// @param invalidation answers those who did not
    RecordLocks(DocumentTree tree, int device, Invalidation invalidation) {
        this.tree = tree;
        this.device = device;
        this.invalidation = invalidation;
    }

    /// Sets or takes away a lock at once.
    ///
    /// @return 0; a negated error number, EAGAIN if another holds it
    int set(RealNode node, long owner, Range range, NativeFiles calls) {
        var key = new Key(node.id(), owner);
        if (range.type() == UNLOCK && !files.containsKey(key)) {
            return 0;
        }
        int file = file(key, node, calls);
        if (file < 0) {
            return file;
        }
        int error = calls.contents().lock(file, range.type(), range.start(), range.length());
        if (range.type() == UNLOCK) {
            wake.release();
        }
        return error == -Errno.EACCES ? -Errno.EAGAIN : error;
    }

    /// Answers a request whose lock has been had, later; see [Invalidation#refresh].
    void refresh(long unique, RealNode node) {
        invalidation.refresh(unique, node.id());
    }

    /// What would be in the way; [org.gatehouse.libc.NativeContents#foundLock] has it.
    int find(RealNode node, long owner, Range range, NativeFiles calls) {
        int file = file(new Key(node.id(), owner), node, calls);
        return file < 0
                ? file
                : calls.contents().findLock(file, range.type(), range.start(), range.length());
    }

    private int file(Key key, RealNode node, NativeFiles calls) {
        synchronized (files) {
            var known = files.get(key);
            if (known != null) {
                return known;
            }
            boolean writable = node.folder().view().mayWrite(tree.table());
            int file = calls.reopen(node.descriptor(), writable ? NativeFiles.O_RDWR : 0);
            if (file == -Errno.EACCES && writable) {
                file = calls.reopen(node.descriptor(), Descriptor.O_RDONLY);
            }
            if (file >= 0) {
                files.put(key, file);
            }
            return file;
        }
    }

    /// Takes away what an owner holds of a file.
    void release(long node, long owner, NativeFiles calls) {
        if (files.isEmpty()) {
            return;
        }
        Integer file;
        synchronized (files) {
            file = files.remove(new Key(node, owner));
        }
        if (file != null) {
            calls.close(file);
            wake.release();
        }
    }

    /// Answers a request when the lock can be had, or when it is interrupted.
    synchronized void await(long unique, RealNode node, long owner, Range range) {
        var request = new Waiting(unique, node, owner, range);
        waiting.add(request);
        if (waiter == null && !closed) {
            waiter =
                    Thread.ofPlatform()
                            .daemon()
                            .name("documents-locks")
                            .stackSize(256 * 1024)
                            .unstarted(this::serve);
            waiter.start();
        }
    }

    /// Answers a request that waits: it is not wanted any longer.
    synchronized void interrupt(long unique) {
        interruptedEarly.add(unique);
        if (interruptedEarly.size() > EARLY) {
            interruptedEarly.remove();
        }
        wake.release();
    }

    private void serve() {
        var calls = new NativeFiles();
        var notifier = new FuseNotifier(device);
        try {
            while (serveOnce(calls, notifier)) {
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() throws InterruptedException {
        if (wake.tryAcquire(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    /// False if nobody waits any longer; the thread ends then.
    private synchronized boolean serveOnce(NativeFiles calls, FuseNotifier notifier) {
        waiting.removeIf(each -> {
            int outcome = outcome(each, calls);
            if (outcome == -Errno.EAGAIN) {
                return false;
            }
            notifier.reply(each.unique(), outcome);
            return true;
        });
        if (waiting.isEmpty() || closed) {
            waiter = null;
            return false;
        }
        return true;
    }

    private int outcome(Waiting each, NativeFiles calls) {
        if (interruptedEarly.remove(each.unique())) {
            return -Errno.EINTR;
        }
        if (!each.node().folder().view().mayRead(tree.table())) {
            return -Errno.EACCES;
        }
        return set(each.node(), each.owner(), each.range(), calls);
    }

    /// Lets go of every lock.
    void close(NativeFiles calls) {
        synchronized (this) {
            closed = true;
            wake.release();
        }
        synchronized (files) {
            files.values().forEach(calls::close);
            files.clear();
        }
    }
}
