package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.documents.testing.DocumentsSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Row N8: storage is given and taken while the app runs, also by the tools of the desktop.
class N8TheMountChangesAtRuntimeTest {

    private static final String APP = DocumentsSession.APP;

    @Test
    void alsoForWhatIsOpen() {
        try (var session = DocumentsSession.start()) {
            var app = session.appWithDocuments(APP);
            var id =
                    session.host()
                            .call(
                                    "AddFull",
                                    "([handle 0], uint32 2, '%s', ['read'])".formatted(APP),
                                    "O_PATH:" + session.file("letter.txt"))
                            .words()
                            .getFirst();
            var path = session.mount().resolve(id).resolve("letter.txt").toString();
            assertThat(app.read(path).ok()).isEqualTo("letter.txt");
            app.hold(path).ok();

            session.store().DeletePermission("documents", id, APP);

            Await.until(
                    "what it holds open is dead",
                    Duration.ofSeconds(1),
                    () -> !app.readAgain().isOk());
            assertThat(app.read(path).isOk()).isFalse();
        }
    }
}
