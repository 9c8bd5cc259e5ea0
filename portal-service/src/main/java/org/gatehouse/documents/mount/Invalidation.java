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

/// Makes the kernel forget what no longer holds: names of documents that were taken away, and what
/// it keeps of files that may not be read or written any longer, mapped memory too.
///
/// Threads: told on the thread that changes the table; the kernel is told on a thread of its own,
/// since it may have to wait for a request that is being answered. A change waits for that, but not
/// for long: the file system refuses in any case from the moment of the change.
final class Invalidation implements DocumentTable.Listener {

    private static final long PATIENCE_MILLIS = 250;
    private static final long END_MILLIS = 1000;

    /// Each node has a descriptor open and some memory of ours and of the kernel.
    private static final int MOST_NODES = 8192;

    /// What there is to do.
    private sealed interface Task {}

    private record Change(DocumentId id, CountDownLatch done) implements Task {}

    private record Crowded() implements Task {}

    private final DocumentTree tree;
    private final int device;
    private final int mostNodes = (int) Math.min(MOST_NODES, Libc.mostDescriptors() / 2);
    private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final AtomicBoolean isCrowded = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    /// @param device where the kernel is told
    Invalidation(DocumentTree tree, int device) {
        this.tree = tree;
        this.device = device;
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

    /// Has the kernel forget files that nobody has open. It asks again for what it needs.
    private void thinOut(FuseNotifier notifier) {
        isCrowded.set(false);
        var used = tree.open().nodes();
        tree.nodes()
                .oldestFiles(mostNodes / 4)
                .forEach((node, known) -> {
                    if (!used.contains(node)) {
                        var name = known.name().getBytes(StandardCharsets.ISO_8859_1);
                        notifier.invalidate(known.parent(), name);
                    }
                });
    }

    private void run() {
        var notifier = new FuseNotifier(device);
        var calls = new NativeFiles();
        try {
            while (!closed) {
                switch (tasks.take()) {
                    case Change(var id, var done) -> {
                        tree.shown(id).forEach(folder -> forget(folder, notifier, calls));
                        done.countDown();
                    }
                    case Crowded _ -> thinOut(notifier);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(DocumentFolder folder, FuseNotifier notifier, NativeFiles calls) {
        var view = folder.view();
        boolean readable = view.mayRead(tree.table());
        if (!readable) {
            var name = view.document().value().getBytes(StandardCharsets.ISO_8859_1);
            notifier.invalidate(folder.parent(), name);
        }
        notifier.invalidate(folder.id());
        if (!view.mayWrite(tree.table())) {
            forgetContent(folder.nodes(), notifier);
            Temporaries.removeAll(tree, folder, calls);
        }
    }

    private static void forgetContent(Set<RealNode> nodes, FuseNotifier notifier) {
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
