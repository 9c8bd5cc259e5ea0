package org.gatehouse.documents.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.FileTransfer;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.documents.origin.Origin;
import org.gatehouse.documents.origin.Origin.OnHost;
import org.gatehouse.documents.origin.Origins;
import org.gatehouse.documents.origin.Wanted;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `org.freedesktop.portal.FileTransfer`, version 1.
///
/// Threads: the sender's queue, on platform threads; may wait for the file system and the store.
final class FileTransferFace implements FileTransfer {

    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(FileTransferFace.class);
    private static final int MOST_DESCRIPTORS = 16;
    private static final int MOST_OPTIONS = 64;

    private final BusConnection bus;
    private final Senders senders;
    private final Transfers transfers;
    private final Origins origins;
    private final TransferredFiles files;

    FileTransferFace(
            BusConnection bus,
            Senders senders,
            Transfers transfers,
            Origins origins,
            TransferredFiles files) {
        this.bus = bus;
        this.senders = senders;
        this.transfers = transfers;
        this.origins = origins;
        this.files = files;
    }

    @Override
    public String StartTransfer(Map<String, Variant<?>> options) {
        var sender = senders.current();
        if (options.size() > MOST_OPTIONS) {
            throw PortalException.invalidArgument("more than 64 options");
        }
        return transfers.begin(
                new Transfer(
                        connection(),
                        sender,
                        isSet(options, "writable", false),
                        isSet(options, "autostop", true)));
    }

    /// A value of another type counts as absent, as in the reference.
    private static boolean isSet(Map<String, Variant<?>> options, String key, boolean otherwise) {
        var value = options.get(key);
        return (value != null && value.getValue() instanceof Boolean set) ? set : otherwise;
    }

    @Override
    public void AddFiles(String key, List<UnixFd> fds, Map<String, Variant<?>> options) {
        var _ = senders.current();
        if (fds.isEmpty() || fds.size() > MOST_DESCRIPTORS) {
            throw PortalException.invalidArgs("1 to 16 descriptors");
        }
        var transfer = transfers.of(connection(), key);
        transfer.add(fds.stream().map(fd -> file(fd, transfer)).toList());
    }

    private Origin file(UnixFd fd, Transfer transfer) {
        var origin = examined(fd, transfer);
        if ((transfer.isWritable() && !origin.isWritable()) || !isText(origin)) {
            throw TransferredFiles.refused();
        }
        return origin;
    }

    private Origin examined(UnixFd fd, Transfer transfer) {
        try {
            return origins.examine(fd.number(), transfer.starter(), Wanted.EITHER);
        } catch (PortalException e) {
            throw TransferredFiles.refused();
        }
    }

    /// Paths of transferred files go over the bus as strings.
    private static boolean isText(Origin origin) {
        return !(origin instanceof OnHost file) || isText(file.path());
    }

    private static boolean isText(HostPath path) {
        return path.toString().indexOf('\uFFFD') < 0;
    }

    @Override
    public List<String> RetrieveFiles(String key, Map<String, Variant<?>> options) {
        var receiver = senders.current();
        var transfer = transfers.retrieve(key);
        try {
            var paths = files.pathsFor(receiver, transfer);
            Invocation.current().afterReply(() -> closed(transfer, key));
            return paths;
        } catch (PortalException e) {
            closed(transfer, key);
            throw e;
        }
    }

    private void closed(Transfer transfer, String key) {
        if (transfer.stopsItself()) {
            tell(transfer, key);
        }
    }

    @Override
    public void StopTransfer(String key) {
        var _ = senders.current();
        var transfer = transfers.of(connection(), key);
        if (transfers.end(key)) {
            Invocation.current().afterReply(() -> tell(transfer, key));
        }
    }

    private void tell(Transfer transfer, String key) {
        try {
            bus.emitTo(transfer.connection(), DocumentsFace.PATH, new TransferClosed(key));
        } catch (BusException e) {
            LOG.debug("nobody left to tell", e);
        }
    }

    private static String connection() {
        return Invocation.current().sender();
    }

    @Override
    public String getObjectPath() {
        return DocumentsFace.PATH;
    }
}
