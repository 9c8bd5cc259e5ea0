package org.gatehouse.documents.mount;

import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.jspecify.annotations.Nullable;

/// One document as one app sees it, or as the host does.
///
/// @param app whose; null for the host, which may do everything
/// @param document which, whether or not it is there any longer
record View(@Nullable AppId app, DocumentId document) {

    /// Whether what is in it may be seen now.
    boolean mayRead(DocumentTable table) {
        return may(table, DocumentPermission.READ);
    }

    /// Whether what is in it may be changed now.
    boolean mayWrite(DocumentTable table) {
        return may(table, DocumentPermission.READ) && may(table, DocumentPermission.WRITE);
    }

    private boolean may(DocumentTable table, DocumentPermission permission) {
        return table.find(document).filter(found -> isAllowed(found, permission)).isPresent();
    }

    private boolean isAllowed(Document found, DocumentPermission permission) {
        return app == null || found.allows(app, permission);
    }
}
