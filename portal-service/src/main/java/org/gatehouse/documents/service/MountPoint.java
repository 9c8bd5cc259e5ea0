package org.gatehouse.documents.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.gatehouse.documents.mount.DocumentMount;
import org.gatehouse.documents.origin.MountPlace;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;

/// Where the documents are mounted, and whether they are yet.
///
/// Threads: any.
final class MountPoint implements MountPlace {

    private final HostPath point;
    private static final long NONE = -1;

    private final CompletableFuture<DocumentMount> mounted = new CompletableFuture<>();
    private volatile long device = NONE;

    MountPoint(HostPath point) {
        this.point = point;
    }

    void is(DocumentMount mount) {
        device = deviceOfPoint();
        if (!mounted.complete(mount)) {
            mount.close();
        }
    }

    private long deviceOfPoint() {
        try (var root = Descriptor.open(point.bytes(), Descriptor.O_PATH)) {
            return root.status().deviceNumber();
        } catch (SystemCallException e) {
            return NONE;
        }
    }

    void failed(Throwable cause) {
        mounted.completeExceptionally(cause);
    }

    @Override
    public HostPath point() {
        return point;
    }

    @Override
    public boolean isDevice(long number) {
        return number == device;
    }

    /// The path, once something serves there.
    ///
    /// @throws PortalException `Failed` if nothing ever will
    HostPath serving() {
        try {
            var _ = mounted.get();
            return point;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PortalException.failed("the document portal ends");
        } catch (ExecutionException e) {
            throw PortalException.failed("the documents cannot be mounted");
        }
    }

    void close() {
        if (mounted.isDone() && !mounted.isCompletedExceptionally()) {
            mounted.join().close();
        }
        mounted.completeExceptionally(new IllegalStateException("closed"));
    }
}
