package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.documents.testing.DocumentsSession;
import org.junit.jupiter.api.Test;

/// Row U2: a bare word is no app id on the bus, though the store keeps it.
class U2NoDocumentForABareWordTest {

    @Test
    void thoughTheStoreTakesIt() {
        try (var session = DocumentsSession.start()) {
            var host = session.host();
            var id =
                    host.call("Add", "(handle 0, true, true)", "O_PATH:" + session.file("a"))
                            .words()
                            .getFirst();

            var answer = host.call("GrantPermissions", "('" + id + "', 'ubtms', ['read'])");

            assertThat(answer.kind()).isEqualTo("InvalidArgument");
            session.store()
                    .SetPermission("documents", false, id, "ubtms", java.util.List.of("read"));
            assertThat(session.store().GetPermission("documents", id, "ubtms"))
                    .containsExactly("read");
        }
    }
}
