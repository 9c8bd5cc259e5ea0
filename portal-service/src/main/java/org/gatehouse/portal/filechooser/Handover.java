package org.gatehouse.portal.filechooser;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.Documents;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.backend.Presence;
import org.gatehouse.portal.filechooser.PickedFiles.PickedFile;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.HostPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes documents of what a person picked, for an app in a sandbox.
///
/// Threads: any; waits for the document role and for the files.
@Singleton
final class Handover {

    static final String NAME = "org.freedesktop.portal.Documents";
    static final String PATH = "/org/freedesktop/portal/documents";

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration DEADLINE = Duration.ofSeconds(25);
    private static final HostPath IN_FLATPAK = new HostPath("/run/flatpak/doc");

    /// Reuse, persistent, as needed by the app.
    private static final int FLAGS = 1 | 2 | 4;

    private static final int DIRECTORY = 8;

    private final BusConnection bus;
    private final Presence presence;
    private final DesktopFiles apps;
    private final PickedFiles files;

    @Inject
    Handover(BusConnection bus, Presence presence, DesktopFiles apps, PickedFiles files) {
        this.bus = bus;
        this.presence = presence;
        this.apps = apps;
        this.files = files;
    }

    /// Whether there is anybody to make documents.
    boolean isPossible() {
        return presence.isReachable(NAME);
    }

    /// Hands over what was picked.
    ///
    /// @return the URIs as the app sees the files, in the same order; those that could not be
    ///   handed over are left out
    /// @throws InterruptedException if nobody waits any longer
    List<String> handOver(AppId app, Errand errand, Picked picked, boolean directory)
            throws InterruptedException {
        var handed = new ArrayList<String>();
        for (var uri : picked.uris()) {
            handed(app, errand, uri, picked.writable(), directory).ifPresent(handed::add);
        }
        return handed;
    }

    private Optional<String> handed(
            AppId app, Errand errand, String uri, boolean writable, boolean directory)
            throws InterruptedException {
        var path = FileUri.parse(uri);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var opened = errand.isSaving() ? files.folderOf(path.get()) : files.open(path.get());
        if (opened.isEmpty()) {
            LOG.warn("{}: something that was picked cannot be opened", app);
            return Optional.empty();
        }
        var permissions =
                writable
                        ? List.of("read", "write", "grant-permissions")
                        : List.of("read", "grant-permissions");
        try (var file = opened.get()) {
            var document =
                    errand.isSaving()
                            ? addNamed(app, file, permissions)
                            : add(app, file, directory, permissions);
            return Optional.of(document.uri(uri, isSeenInFlatpak(app)));
        } catch (BusException | WireException e) {
            LOG.warn(
                    "{}: something that was picked cannot be handed over: {}", app, e.getMessage());
            return Optional.empty();
        }
    }

    /// @param id `""` where the app sees the file by itself
    private record Added(String id, String name, Map<String, Variant<?>> extra) {

        String uri(String host, boolean inFlatpak) {
            if (id.isEmpty()) {
                return host;
            }
            var mount = inFlatpak ? IN_FLATPAK : mount();
            return FileUri.of(mount.child(id).child(name));
        }

        private HostPath mount() {
            var mountpoint = extra.get("mountpoint");
            if (mountpoint == null || !(mountpoint.getValue() instanceof byte[] bytes)) {
                throw new BusException("the document portal does not say where its files are");
            }
            return HostPath.ofWire(bytes)
                    .orElseThrow(() -> new BusException("the mount point is no path"));
        }
    }

    private Added add(AppId app, PickedFile file, boolean directory, List<String> permissions) {
        var flags = new UInt32(directory ? FLAGS | DIRECTORY : FLAGS);
        var result =
                documents().AddFull(List.of(descriptor(file)), flags, app.value(), permissions);
        return new Added(result.doc_ids().getFirst(), file.name(), result.extra_out());
    }

    private Added addNamed(AppId app, PickedFile folder, List<String> permissions) {
        var result =
                documents()
                        .AddNamedFull(
                                descriptor(folder),
                                HostPath.wire(folder.name()),
                                new UInt32(FLAGS),
                                app.value(),
                                permissions);
        return new Added(result.doc_id(), folder.name(), result.extra_out());
    }

    /// Sent, and closed with it.
    private static UnixFd descriptor(PickedFile file) {
        return new UnixFd(file.take());
    }

    private Documents documents() {
        return bus.remote(Documents.class, NAME, PATH, DEADLINE);
    }

    private boolean isSeenInFlatpak(AppId app) {
        return apps.isExportedByFlatpak(app.value());
    }
}
