package org.gatehouse.documents.follow;

import org.gatehouse.documents.FileKey;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;

/// What is done about a document whose file is not where it was. Both may wait for the store.
public interface Followed {

    /// The file of a document is elsewhere, unless the document has another path by now.
    void moved(DocumentId id, HostPath from, HostPath to, FileKey anchor);

    /// The file of a document is no more, unless the document has another path by now.
    void deleted(DocumentId id, HostPath from);
}
