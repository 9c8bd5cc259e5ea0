package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gatehouse.documents.testing.DocumentsSession;
import org.junit.jupiter.api.Test;

/// Row G8: an app may take its own permissions away, whatever they are.
class G8AnAppMayGiveUpItsOwnRightTest {

    private static final String APP = DocumentsSession.APP;

    @Test
    void andTheDocumentLeavesItsView() {
        try (var session = DocumentsSession.start()) {
            Path file = session.file("letter.txt");
            var id =
                    session.host()
                            .call(
                                    "AddFull",
                                    "([handle 0], uint32 2, '%s', ['read'])".formatted(APP),
                                    "O_PATH:" + file)
                            .words()
                            .getFirst();
            var app = session.appWithDocuments(APP);
            assertThat(app.list(session.mount().toString()).ok()).isEqualTo(id);

            app.call("RevokePermissions", "('%s', '%s', ['read'])".formatted(id, APP)).ok();

            assertThat(app.list(session.mount().toString()).ok()).isEmpty();
            assertThat(app.read(session.mount().resolve(id) + "/letter.txt").isOk()).isFalse();
            assertThat(session.store().Lookup("documents", id).permissions()).isEmpty();
        }
    }
}
