package org.gatehouse.documents.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.origin.Origin;
import org.gatehouse.documents.origin.Origin.OnHost;
import org.gatehouse.documents.origin.Origin.OnMount;
import org.gatehouse.documents.origin.Origins;
import org.gatehouse.documents.origin.Sender;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;

/// Where the one who retrieves transferred files finds them.
///
/// Threads: any that may wait for the file system and the store.
final class TransferredFiles {

    private static final AddFlags FLAGS = new AddFlags(true, false, true, false);

    private final DocumentTable documents;
    private final Origins origins;
    private final Adding adding;
    private final HostPath mount;

    TransferredFiles(DocumentTable documents, Origins origins, Adding adding, HostPath mount) {
        this.documents = documents;
        this.origins = origins;
        this.adding = adding;
        this.mount = mount;
    }

    /// The paths as `receiver` sees them: of a host program the files' own, of an app those on the
    /// mount, where it has documents from now on.
    ///
    /// @throws PortalException `NotAllowed` if one is not where it was, or the one who began the
    ///   transfer may not hand it over any longer
    List<String> pathsFor(Sender receiver, Transfer transfer) {
        var files = transfer.files().stream().map(each -> onHost(each, transfer)).toList();
        if (!files.stream().allMatch(origins::isStill)) {
            throw refused();
        }
        return receiver.isHost()
                ? files.stream().map(file -> file.path().toString()).toList()
                : exported(files, receiver, transfer.isWritable());
    }

    private OnHost onHost(Origin origin, Transfer transfer) {
        return switch (origin) {
            case OnHost file -> file;
            case OnMount(var id, var writable) ->
                    documents
                            .find(id)
                            .filter(document -> mayHandOver(document, transfer))
                            .map(document -> at(document, writable))
                            .orElseThrow(TransferredFiles::refused);
        };
    }

    private static boolean mayHandOver(Document document, Transfer transfer) {
        return transfer.starter().may(document, DocumentPermission.READ)
                && (!transfer.isWritable()
                        || transfer.starter().may(document, DocumentPermission.WRITE));
    }

    private static OnHost at(Document document, boolean writable) {
        return new OnHost(document.path(), document.anchor(), document.isDirectory(), writable);
    }

    private List<String> exported(List<OnHost> files, Sender receiver, boolean writable) {
        var permissions =
                writable
                        ? Set.of(DocumentPermission.READ, DocumentPermission.WRITE)
                        : Set.of(DocumentPermission.READ);
        var addition = new Addition(receiver, FLAGS, receiver.app(), permissions);
        var ids = adding.add(List.copyOf(files), addition).iterator();
        return files.stream().map(file -> path(ids.next().map(Object::toString), file)).toList();
    }

    private String path(Optional<String> id, OnHost file) {
        return id.map(each -> mount.child(each).child(file.path().name()))
                .orElse(file.path())
                .toString();
    }

    static PortalException refused() {
        return PortalException.notAllowed("Can't export file");
    }
}
