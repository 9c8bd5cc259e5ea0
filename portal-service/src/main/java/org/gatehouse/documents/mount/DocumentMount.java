package org.gatehouse.documents.mount;

import java.lang.foreign.Arena;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.fuse.FuseConnection;
import org.gatehouse.documents.fuse.FuseMount;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The documents' file system, mounted and served.
///
/// It shows what is in the [DocumentTable] at each moment; a change of the table is seen by the
/// next operation, by those too who have opened something before. Threads: any; starting and
/// closing block and are not for virtual threads.
public final class DocumentMount implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentMount.class);
    private static final String NAME = "portal";
    private static final int FOLDER_MODE = 0700;
    private static final int MOUNT_FAILED = 6;
    private static final int POINT_UNREADABLE = 7;
    private static final int UNMOUNTED_FROM_OUTSIDE = 21;
    private static final long END_MILLIS = 3000;

    private final HostPath point;
    private final FuseMount mount;
    private final DocumentTree tree;
    private final RecordLocks locks;
    private final Invalidation invalidation;
    private final FuseConnection connection;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private boolean closed;

    private DocumentMount(DocumentTable table, HostPath point, FuseMount mount, DocumentTree tree) {
        this.point = point;
        this.mount = mount;
        this.tree = tree;
        int device = mount.device().number();
        this.invalidation = new Invalidation(tree, device);
        this.locks = new RecordLocks(tree, device, invalidation);
        invalidation.start();
        tree.onGrowth(invalidation::grown);
        table.listen(invalidation);
        this.connection =
                FuseConnection.start(
                        mount.device(),
                        calls -> new Operations(tree, locks, calls),
                        "documents",
                        this::connectionEnded);
    }

    /// Mounts and begins to serve; what another service left mounted there is taken out first.
    ///
    /// @param table what to show
    /// @param point made if it is not there; its parent must be
    /// @throws RoleFailure with exit status 7 if the mount point cannot be made or read, 6 if
    ///   nothing can be mounted there
    public static DocumentMount start(DocumentTable table, HostPath point) throws RoleFailure {
        var calls = new NativeFiles();
        prepare(point, calls);
        try {
            int user = calls.status().user();
            int group = calls.status().group();
            var tree = new DocumentTree(table, user, group);
            var mount = new DocumentMount(table, point, FuseMount.at(point, NAME), tree);
            mount.recogniseItself();
            return mount;
        } catch (SystemCallException e) {
            throw new RoleFailure(MOUNT_FAILED, "the documents cannot be mounted at " + point);
        }
    }

    /// Leaves the status of the point in `calls`.
    private static void prepare(HostPath point, NativeFiles calls) throws RoleFailure {
        try (var arena = Arena.ofConfined()) {
            FuseMount.clear(point);
            // that it is there already shows when it is opened
            calls.makeFolder(NativeFiles.HERE, Names.put(arena, point.latin1()), FOLDER_MODE);
            try (var folder =
                    Descriptor.open(point.bytes(), Descriptor.O_RDONLY | Descriptor.O_DIRECTORY)) {
                calls.examine(folder.number());
            }
        } catch (SystemCallException e) {
            throw new RoleFailure(
                    POINT_UNREADABLE, "the mount point " + point + " cannot be made or read");
        }
    }

    private void recogniseItself() {
        try (var root = Descriptor.open(point.bytes(), Descriptor.O_PATH)) {
            // without asking ourselves: whoever is killed while it waits for itself never ends
            tree.ownDevice(root.status().deviceNumber());
        } catch (SystemCallException e) {
            LOG.warn("what was mounted at {} cannot be seen: {}", point, e.getMessage());
        }
    }

    /// Completes when documents are not served any longer, with the exit status that the process
    /// contract has for it: 21 if somebody else unmounted it, 0 after [#close].
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    /// On the last thread of the connection.
    private void connectionEnded() {
        boolean expected;
        synchronized (this) {
            expected = closed;
            closed = true;
        }
        var calls = new NativeFiles();
        locks.close(calls);
        tree.close(calls);
        if (invalidation.stop()) {
            mount.release();
        }
        if (!expected) {
            LOG.warn("{} was unmounted from outside", point);
        }
        ended.complete(expected ? 0 : UNMOUNTED_FROM_OUTSIDE);
    }

    /// Unmounts, and waits until nothing is served any longer, at most some seconds.
    ///
    /// The folder remains, empty. Whoever still has something open gets errors.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try (var root = Descriptor.open(point.bytes(), Descriptor.O_PATH)) {
            mount.unmount();
            connection.close();
            // each request that is answered now ends one of the threads that wait for some
            var waker =
                    Thread.ofPlatform()
                            .daemon()
                            .name("documents-end")
                            .unstarted(() -> ask(root.number()));
            waker.start();
            ended.get(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (SystemCallException | ExecutionException | TimeoutException e) {
            LOG.warn("what was mounted at {} is still used: {}", point, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(int root) {
        var calls = new NativeFiles();
        try (var arena = Arena.ofConfined()) {
            long into = arena.allocate(256, 8).address();
            int error = 0;
            while (error == 0 && connection.threads() > 0) {
                error = calls.fileSystem(root, into);
            }
        }
    }
}
