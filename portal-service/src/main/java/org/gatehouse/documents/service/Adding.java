package org.gatehouse.documents.service;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.origin.Origin;
import org.gatehouse.documents.origin.Origin.OnHost;
import org.gatehouse.documents.origin.Origin.OnMount;
import org.gatehouse.documents.reach.Reach;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.PortalException;

/// Makes documents of files: all that are asked for, or none.
///
/// Threads: any that may wait for the store.
final class Adding {

    private static final int MOST_OF_ONE = 10_000;

    private final DocumentTable documents;
    private final Kept kept;
    private final Turns paths = new Turns();
    private final Turns turns;
    private final Reach reach;
    private final SecureRandom random = new SecureRandom();

    Adding(DocumentTable documents, Kept kept, Turns turns, Reach reach) {
        this.documents = documents;
        this.kept = kept;
        this.turns = turns;
        this.reach = reach;
    }

    /// The documents of these files, in their order; none where the app needs none.
    ///
    /// @throws PortalException `NotAllowed` if more would be given than the sender has,
    ///   `InvalidArgument` for a document that may not be used again, `Failed` beyond 10,000 of an
    ///   app or if the store cannot keep them
    List<Optional<DocumentId>> add(List<Origin> origins, Addition addition) {
        origins.forEach(addition::check);
        addition.sender().app().ifPresent(this::checkRoom);
        var added = new ArrayList<Optional<DocumentId>>();
        var undo = new ArrayList<Runnable>();
        try {
            for (var origin : origins) {
                added.add(add(origin, addition, undo));
            }
            return added;
        } catch (PortalException e) {
            undo.reversed().forEach(Runnable::run);
            throw e;
        }
    }

    /// An app cannot fill the store; what others give it is not held up.
    private void checkRoom(AppId app) {
        if (documents.count(app) >= MOST_OF_ONE) {
            throw PortalException.failed("limit reached: 10000 documents of one app");
        }
    }

    private Optional<DocumentId> add(Origin origin, Addition addition, List<Runnable> undo) {
        return switch (origin) {
            case OnMount(var id, _) -> Optional.of(again(id, addition));
            case OnHost file when isNeedless(file, addition) -> Optional.empty();
            case OnHost file ->
                    Optional.of(
                            paths.take(List.of(file.path()), () -> document(file, addition, undo)));
        };
    }

    /// A document that was opened through the mount stands for itself; nobody gets anything.
    private static DocumentId again(DocumentId id, Addition addition) {
        if (!addition.flags().reuse()) {
            throw PortalException.invalidArgument("Invalid fd passed");
        }
        return id;
    }

    private boolean isNeedless(OnHost file, Addition addition) {
        return addition.flags().asNeeded()
                && addition.target().filter(app -> reaches(app, file, addition)).isPresent();
    }

    private boolean reaches(AppId app, OnHost file, Addition addition) {
        return switch (reach.of(app, file.path())) {
            case NONE -> false;
            case READ -> !addition.permissions().contains(DocumentPermission.WRITE);
            case WRITE -> true;
        };
    }

    private DocumentId document(OnHost file, Addition addition, List<Runnable> undo) {
        var existing =
                addition.flags().reuse() ? existing(file, addition) : Optional.<Document>empty();
        var id = existing.map(Document::id).orElseGet(() -> DocumentId.random(random));
        return turns.take(
                List.of(id),
                () -> {
                    var before = documents.find(id);
                    var plain =
                            before.map(document -> document.movedTo(file.path(), file.anchor()))
                                    .orElseGet(() -> fresh(id, file, addition));
                    kept.put(addition.permitted(plain, file.isWritable()));
                    undo.add(() -> undo(id, before));
                    return id;
                });
    }

    private Optional<Document> existing(OnHost file, Addition addition) {
        return documents.at(file.path()).stream()
                .filter(document -> addition.fits(document, file.isDirectory()))
                .filter(document -> isThere(document, file))
                .findFirst();
    }

    private static boolean isThere(Document document, OnHost file) {
        return document.anchor().isSameFile(file.anchor());
    }

    private static Document fresh(DocumentId id, OnHost file, Addition addition) {
        var flags = addition.flags();
        return new Document(
                id,
                file.path(),
                file.anchor(),
                file.isDirectory(),
                !flags.reuse(),
                flags.persistent(),
                java.util.Map.of());
    }

    /// As it was before; what cannot be stored now is stored later.
    private void undo(DocumentId id, Optional<Document> before) {
        turns.take(
                List.of(id),
                () -> {
                    try {
                        before.ifPresentOrElse(
                                kept::reduce, () -> documents.find(id).ifPresent(kept::remove));
                    } catch (PortalException e) {
                        // the table is as it was, and the store follows
                    }
                    return id;
                });
    }
}
