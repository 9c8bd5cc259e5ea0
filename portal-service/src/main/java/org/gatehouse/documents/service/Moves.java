package org.gatehouse.documents.service;

import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.FileKey;
import org.gatehouse.documents.follow.Followed;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down that a document's file is elsewhere, or takes the document away with it.
///
/// Threads: that of the following; waits for the store.
final class Moves implements Followed {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

    private final DocumentTable documents;
    private final Kept kept;
    private final Turns turns;

    Moves(DocumentTable documents, Kept kept, Turns turns) {
        this.documents = documents;
        this.kept = kept;
        this.turns = turns;
    }

    @Override
    public void moved(DocumentId id, HostPath from, HostPath to, FileKey anchor) {
        change(id, from, document -> kept.put(document.movedTo(to, anchor)));
    }

    @Override
    public void deleted(DocumentId id, HostPath from) {
        change(id, from, kept::remove);
    }

    private void change(DocumentId id, HostPath from, Consumer<Document> change) {
        turns.take(
                List.of(id),
                () -> {
                    try {
                        documents
                                .find(id)
                                .filter(document -> document.path().equals(from))
                                .ifPresent(change);
                    } catch (PortalException e) {
                        // it is looked at again in a minute
                        LOG.debug("document {} does not follow its file yet", id, e);
                    }
                    return id;
                });
    }
}
