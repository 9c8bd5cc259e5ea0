package org.gatehouse.documents.service;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.origin.Sender;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.PortalException;

/// Gives and takes permissions of a document, and takes documents away.
///
/// Threads: any that may wait for the store.
final class Permitting {

    private final DocumentTable documents;
    private final Kept kept;
    private final Turns turns;

    Permitting(DocumentTable documents, Kept kept, Turns turns) {
        this.documents = documents;
        this.kept = kept;
        this.turns = turns;
    }

    /// Gives `app` more permissions. The sender needs `grant-permissions` and each that it gives.
    ///
    /// @throws PortalException `NotFound`, then `InvalidArgument`, then `NotAllowed`, or `Failed`
    void grant(Sender sender, String id, String app, List<String> words) {
        change(
                id,
                document -> {
                    var target = new AppId(app);
                    var permissions = DocumentPermission.ofWords(words);
                    var needed = EnumSet.of(DocumentPermission.GRANT_PERMISSIONS);
                    needed.addAll(permissions);
                    if (!needed.stream().allMatch(each -> sender.may(document, each))) {
                        throw notAllowed();
                    }
                    kept.put(Addition.more(document, target, permissions));
                });
    }

    /// Takes exactly these permissions from `app`. The sender needs `grant-permissions`, unless it
    /// gives up its own.
    ///
    /// @throws PortalException as [#grant]
    void revoke(Sender sender, String id, String app, List<String> words) {
        change(
                id,
                document -> {
                    var target = new AppId(app);
                    var permissions = DocumentPermission.ofWords(words);
                    boolean itsOwn = sender.app().filter(target::equals).isPresent();
                    if (!itsOwn && !sender.may(document, DocumentPermission.GRANT_PERMISSIONS)) {
                        throw notAllowed();
                    }
                    var left = EnumSet.noneOf(DocumentPermission.class);
                    left.addAll(document.permissionsOf(target));
                    left.removeAll(permissions);
                    kept.reduce(document.with(target, left));
                });
    }

    /// Takes a document away; the file stays.
    ///
    /// @throws PortalException `NotFound`, then `NotAllowed`, or `Failed`
    void delete(Sender sender, String id) {
        change(
                id,
                document -> {
                    if (!sender.may(document, DocumentPermission.DELETE)) {
                        throw notAllowed();
                    }
                    kept.remove(document);
                });
    }

    private void change(String text, Consumer<Document> change) {
        var id = DocumentId.parse(text).orElseThrow(Permitting::notFound);
        turns.take(
                List.of(id),
                () -> {
                    change.accept(documents.find(id).orElseThrow(Permitting::notFound));
                    return id;
                });
    }

    private static PortalException notFound() {
        return PortalException.notFound("No such document");
    }

    private static PortalException notAllowed() {
        return PortalException.notAllowed("Not enough permissions");
    }
}
