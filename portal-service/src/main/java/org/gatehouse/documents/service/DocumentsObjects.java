package org.gatehouse.documents.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.portal.Documents;
import org.freedesktop.portal.FileTransfer;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.CallGuard;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.follow.Following;
import org.gatehouse.documents.origin.Origins;
import org.gatehouse.documents.reach.Reach;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.role.XdgDirectories;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the role is made of, wired by hand.
///
/// Threads: made and exported by one.
final class DocumentsObjects implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentsObjects.class);
    private static final Duration DEAD_ONES_STAY = Duration.ofMinutes(1);

    private final BusConnection bus;
    private final DocumentTable documents = new DocumentTable();
    private final MountPoint mount;
    private final StoreWatch store;
    private final Senders senders;
    private final Origins origins;
    private final Adding adding;
    private final Permitting permitting;
    private final Moves moves;
    private final XdgDirectories directories;
    private volatile @Nullable Following following;

    DocumentsObjects(
            BusConnection bus,
            CallerIdentities identities,
            XdgDirectories directories,
            Reach reach) {
        this.bus = bus;
        mount = new MountPoint(mountPoint(directories));
        var turns = new Turns();
        var entries = new Entries(bus);
        var kept = new Kept(documents, entries);
        store = new StoreWatch(bus, documents, entries, kept, turns);
        senders = new Senders(bus, identities);
        origins = new Origins(documents, mount, directories);
        adding = new Adding(documents, kept, turns, reach);
        permitting = new Permitting(documents, kept, turns);
        moves = new Moves(documents, kept, turns);
        this.directories = directories;
    }

    private static HostPath mountPoint(XdgDirectories directories) {
        var path = directories.runtimeDir().resolve("doc").normalize().toString();
        return new HostPath(
                new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /// Serves everything; calls wait until the documents are known.
    void export() {
        var face = new DocumentsFace(documents, senders, origins, adding, permitting, mount);
        CallGuard known = _ -> await(store.loaded());
        var files = new TransferredFiles(documents, origins, adding, mount.point());
        var transfers = new FileTransferFace(bus, senders, new Transfers(bus), origins, files);
        bus.export(
                DocumentsFace.PATH,
                List.of(
                        ExportedInterface.<FileTransfer>of(FileTransfer.class, transfers)
                                .property("version", () -> new UInt32(FileTransferFace.VERSION))
                                .guardedBy(known),
                        ExportedInterface.<Documents>of(Documents.class, face)
                                .property("version", () -> new UInt32(DocumentsFace.VERSION))
                                .guardedBy(known)));
    }

    private static void await(CompletableFuture<Void> loaded) throws InterruptedException {
        try {
            loaded.get();
        } catch (ExecutionException e) {
            throw PortalException.failed("the documents are not known");
        }
    }

    DocumentTable documents() {
        return documents;
    }

    MountPoint mount() {
        return mount;
    }

    StoreWatch store() {
        return store;
    }

    /// Has documents follow their files from now on.
    void follow() {
        try {
            following = Following.start(documents, moves, devices(), DEAD_ONES_STAY);
        } catch (IOException e) {
            LOG.warn("documents do not follow their files: {}", e.getMessage());
        }
    }

    /// The file systems that are always there.
    private Set<Long> devices() throws SystemCallException {
        var devices = new HashSet<Long>();
        for (var folder : List.of("/", directories.home().toString())) {
            try (var place = Descriptor.open(folder, Descriptor.O_PATH)) {
                devices.add(place.status().device());
            }
        }
        return devices;
    }

    @Override
    public void close() {
        store.close();
        var running = following;
        if (running != null) {
            running.close();
        }
        mount.close();
    }
}
