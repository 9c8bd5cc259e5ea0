package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.documents.testing.DocumentsSession;
import org.junit.jupiter.api.Test;

/// Row P2: what was given to another app does not exist.
class P2NotOtherAppsDocumentsTest {

    @Test
    void existForAnApp() {
        try (var session = DocumentsSession.start()) {
            var owner = session.appWithDocuments(DocumentsSession.APP);
            var id =
                    owner.call("Add", "(handle 0, true, true)", "O_RDWR:" + session.file("diary"))
                            .words()
                            .getFirst();
            var path = session.mount().resolve(id).resolve("diary").toString();
            assertThat(owner.read(path).ok()).isEqualTo("diary");

            var other = session.appWithDocuments("org.example.Other");

            assertThat(other.read(path).error()).isEqualTo("No such file or directory");
            assertThat(other.list(session.mount().toString()).ok()).isEmpty();
        }
    }
}
