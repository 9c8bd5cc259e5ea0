package org.gatehouse.documents.mount;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.fuse.FuseNotifier;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.NativeFiles;
import org.gatehouse.protocol.DocumentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the kernel forget what no longer holds: names of documents that were taken away, and what
/// it keeps of files that may not be read or written any longer, mapped memory too.
///
/// Threads: told on the thread that changes the table; the kernel is told on a thread of its own,
/// since it may have to wait for a request that is being answered. A change waits for that, but not
/// for long: the file system refuses in any case from the moment of the change.
final class Invalidation implements DocumentTable.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Invalidation.class);
    private static final long PATIENCE_MILLIS = 250;
    private static final long END_MILLIS = 1000;

    /// Each node has a descriptor open and some memory of ours and of the kernel.
    private static final int MOST_NODES = 8192;

    /// What there is to do.
    private sealed interface Task {}

    private record Change(DocumentId id, CountDownLatch done) implements Task {}

    private record Crowded() implements Task {}

    private record Locked(long unique, long node) implements Task {}

    private final DocumentTree tree;
    private final FuseNotifier notifier;
    private final int mostNodes = (int) Math.min(MOST_NODES, Libc.mostDescriptors() / 2);
    private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final AtomicBoolean isCrowded = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    /// @param device where the kernel is told
    Invalidation(DocumentTree tree, int device) {
        this.tree = tree;
        this.notifier = new FuseNotifier(device);
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("documents-invalidation")
                        .stackSize(256 * 1024)
                        .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void changed(DocumentId id) {
        if (closed || tree.shown(id).isEmpty()) {
            return; // the kernel knows nothing of it
        }
        var change = new Change(id, new CountDownLatch(1));
        tasks.add(change);
        try {
            change.done().await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The kernel has been told of one more node. It remembers as many as it has memory for, and so
    /// must be asked to forget some, lest we have too many files open.
    void grown() {
        if (tree.nodes().size() > mostNodes && isCrowded.compareAndSet(false, true)) {
            tasks.add(new Crowded());
        }
    }

    /// Has the kernel forget files that nobody has open, and documents of which it knows nothing
    /// more. It asks again for what it needs.
    private void thinOut() {
        isCrowded.set(false);
        var used = tree.open().nodes();
        tree.nodes()
                .oldest(mostNodes / 4, node -> isIdle(node, used))
                .values()
                .forEach(known -> {
                    var name = known.name().getBytes(StandardCharsets.ISO_8859_1);
                    notifier.invalidate(known.parent(), name);
                });
    }

    private static boolean isIdle(Node node, Set<RealNode> used) {
        return switch (node) {
            case RealNode real -> !real.isFolder() && !used.contains(real);
            case DocumentFolder folder ->
                    folder.nodes().isEmpty() && folder.temporaries().isEmpty();
            case Node.Root _, Node.Apps _, Node.App _ -> false;
        };
    }

    /// Answers a request for a lock that has been had, once the kernel has forgotten what it keeps
    /// of the file: whoever takes a lock wants to see what others wrote before they let go of
    /// theirs, and the times of a file do not tell two writes of one moment apart.
    void refresh(long unique, long node) {
        tasks.add(new Locked(unique, node));
    }

    private void run() {
        var calls = new NativeFiles();
        try {
            while (!closed) {
                carryOut(tasks.take(), calls);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(Task task, NativeFiles calls) {
        try {
            switch (task) {
                case Change(var id, var done) -> {
                    tree.shown(id).forEach(folder -> forget(folder, calls));
                    done.countDown();
                }
                case Crowded _ -> thinOut();
                case Locked(var unique, var node) -> {
                    notifier.invalidate(node);
                    notifier.reply(unique, 0);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("the kernel may remember what does not hold", e);
        }
    }

    private void forget(DocumentFolder folder, NativeFiles calls) {
        var view = folder.view();
        boolean readable = view.mayRead(tree.table());
        if (!readable) {
            var name = view.document().value().getBytes(StandardCharsets.ISO_8859_1);
            notifier.invalidate(folder.parent(), name);
        }
        notifier.invalidate(folder.id());
        if (!view.mayWrite(tree.table())) {
            forgetContent(folder.nodes());
            Temporaries.removeAll(tree, folder, calls);
        }
    }

    private void forgetContent(Set<RealNode> nodes) {
        for (var node : nodes) {
            if (!node.isFolder()) {
                notifier.invalidate(node.id());
            }
        }
    }

    /// Stops telling the kernel.
    ///
    /// @return whether the device is not used any longer
    boolean stop() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
