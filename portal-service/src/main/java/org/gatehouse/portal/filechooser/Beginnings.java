package org.gatehouse.portal.filechooser;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.freedesktop.portal.Documents;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a chooser begins: what an app in a sandbox knows as a path on the document mount is shown
/// to the person as the place on the host that it stands for.
///
/// Threads: any; waits for the document role, for at most 2 seconds.
final class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final HostPath IN_FLATPAK = new HostPath("/run/flatpak/doc");

    /// A path on the mount, taken apart.
    ///
    /// @param below the elements after the document's own name
    private record OnMount(DocumentId document, List<String> below) {}

    private final BusConnection bus;
    private final HostPath mount;

    @Inject
    Beginnings(BusConnection bus, RoleSettings settings) {
        this.bus = bus;
        this.mount = HostPath.of(settings.directories().runtimeDir().resolve("doc"));
    }

    /// The path that the backend gets for one that the app gave.
    ///
    /// @param path bytes with a NUL at the end; what is no path is passed on as it is
    /// @param key `current_folder`, where the folder of what the document names is meant, or
    ///   `current_file`
    byte[] translate(byte[] path, String key) {
        return HostPath.ofWire(path)
                .flatMap(this::onMount)
                .flatMap(place -> onHost(place, key))
                .map(HostPath::wire)
                .orElse(path);
    }

    private Optional<OnMount> onMount(HostPath path) {
        return Stream.of(mount, IN_FLATPAK)
                .filter(root -> path.isWithin(root) && !path.equals(root))
                .findFirst()
                .map(root -> path.latin1().substring(root.latin1().length() + 1).split("/"))
                .flatMap(Beginnings::document);
    }

    private static Optional<OnMount> document(String[] elements) {
        var all = List.of(elements);
        return DocumentId.parse(all.getFirst())
                .map(id -> new OnMount(id, all.subList(Math.min(2, all.size()), all.size())));
    }

    private Optional<HostPath> onHost(OnMount place, String key) {
        return hostPath(place.document())
                .map(path -> {
                    if (!place.below().isEmpty()) {
                        return below(path, place.below());
                    }
                    return key.equals(ChooserOptions.FOLDER) ? path.parent() : path;
                });
    }

    private static HostPath below(HostPath path, List<String> elements) {
        var found = path;
        for (var element : elements) {
            found = found.child(element);
        }
        return found;
    }

    private Optional<HostPath> hostPath(DocumentId document) {
        try {
            // what every version of the document portal has
            var documents = bus.remote(Documents.class, Handover.NAME, Handover.PATH, DEADLINE);
            return HostPath.ofWire(documents.Info(document.value()).path());
        } catch (BusException | WireException e) {
            LOG.debug("the place of a document is not known: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
