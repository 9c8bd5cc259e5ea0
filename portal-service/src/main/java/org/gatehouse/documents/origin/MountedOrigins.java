package org.gatehouse.documents.origin;

import java.util.List;
import java.util.Optional;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;

/// What a path on the mount stands for.
///
/// The path may be a lie: an app can mount one document over another in a namespace of its own. So
/// it counts only as far as the sender could have opened what it names.
final class MountedOrigins {

    private static final String BY_APP = "by-app";

    /// What was found.
    sealed interface Found {}

    /// The file or the folder of a document.
    record Whole(Document document, boolean isWritable) implements Found {}

    /// Something in the folder of a document.
    ///
    /// @param path on the host
    record Inside(HostPath path, boolean isWritable) implements Found {}

    private final DocumentTable documents;
    private final MountPlace mount;

    MountedOrigins(DocumentTable documents, MountPlace mount) {
        this.documents = documents;
        this.mount = mount;
    }

    /// @param writable whether the descriptor is
    Optional<Found> find(HostPath path, Sender sender, boolean writable) {
        if (!path.isWithin(mount.point()) || path.equals(mount.point())) {
            return Optional.empty();
        }
        var elements = List.of(below(path).split("/"));
        var rest = elements.getFirst().equals(BY_APP) ? from(elements, 2) : elements;
        return rest.size() < 2
                ? Optional.empty()
                : DocumentId.parse(rest.getFirst())
                        .flatMap(documents::find)
                        .filter(document -> sender.may(document, DocumentPermission.READ))
                        .flatMap(document -> in(document, from(rest, 1), sender, writable));
    }

    private String below(HostPath path) {
        return path.latin1().substring(mount.point().latin1().length() + 1);
    }

    private static List<String> from(List<String> elements, int first) {
        return elements.size() <= first ? List.of() : elements.subList(first, elements.size());
    }

    private static Optional<Found> in(
            Document document, List<String> names, Sender sender, boolean writable) {
        boolean mayWrite = writable && sender.may(document, DocumentPermission.WRITE);
        if (!names.getFirst().equals(document.name())) {
            return Optional.empty();
        }
        if (names.size() == 1) {
            return Optional.of(new Whole(document, mayWrite));
        }
        if (!document.isDirectory()) {
            return Optional.empty();
        }
        var path = document.path();
        for (var name : from(names, 1)) {
            path = path.child(name);
        }
        return Optional.of(new Inside(path, mayWrite));
    }
}
