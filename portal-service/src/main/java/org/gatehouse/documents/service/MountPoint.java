package org.gatehouse.documents.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.gatehouse.documents.origin.MountPlace;
import org.gatehouse.documents.service.Mounting.Mounted;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;

/// Where the documents are mounted, and whether they are yet.
///
/// Threads: any.
final class MountPoint implements MountPlace {

    private final HostPath point;
    private final CompletableFuture<Mounted> mounted = new CompletableFuture<>();

    MountPoint(HostPath point) {
        this.point = point;
    }

    void is(Mounted mount) {
        mounted.complete(mount);
    }

    void failed(Throwable cause) {
        mounted.completeExceptionally(cause);
    }

    @Override
    public HostPath point() {
        return point;
    }

    @Override
    public boolean isDevice(long device) {
        return mounted.isDone()
                && !mounted.isCompletedExceptionally()
                && mounted.join().device() == device;
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
