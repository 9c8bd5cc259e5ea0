package org.gatehouse.documents.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.documents.testing.DocumentsSession;
import org.gatehouse.documents.testing.Program;
import org.gatehouse.documents.testing.ScriptedStore;
import org.gatehouse.documents.testing.ScriptedStore.Mode;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a store that is absent, fails, hangs or is written by others does to the documents.
class StoreOfTheDocumentsTest {

    private static final String APP = DocumentsSession.APP;
    private static final String TABLE = "documents";

    private final DocumentsSession session = new DocumentsSession();
    private final Path file = session.file("letter.txt");

    @AfterEach
    void close() {
        session.close();
    }

    private String added() {
        return add().words().getFirst();
    }

    private Program.Answer add() {
        var arguments = "([handle 0], uint32 2, '%s', ['read'])".formatted(APP);
        return session.host().call("AddFull", arguments, "O_PATH:" + file);
    }

    private Program.Answer change(String member, String id, String permission) {
        return session.host().call(member, "('%s', '%s', ['%s'])".formatted(id, APP, permission));
    }

    private String apps(String id) {
        return session.host().call("Info", "('" + id + "',)").value();
    }

    private boolean isKnown(String id) {
        return session.host().call("Info", "('" + id + "',)").isOk();
    }

    @Nested
    class ThatIsAbsent {

        @Test
        void isWrittenWhenItComes() {
            session.withRole();
            var id = added();
            change("GrantPermissions", id, "write").ok();

            session.withStore();

            Await.until("it is stored", () -> session.store().List(TABLE).contains(id));
            assertThat(session.store().Lookup(TABLE, id).permissions())
                    .isEqualTo(Map.of(APP, List.of("read", "write")));
        }

        @Test
        void hasNothingOfWhatWasDeletedBeforeItCame() {
            session.withRole();
            var gone = added();
            var kept = added();
            session.host().call("Delete", "('" + gone + "',)").ok();

            session.withStore();

            Await.until("it is stored", () -> session.store().List(TABLE).contains(kept));
            assertThat(session.store().List(TABLE)).containsExactly(kept);
        }

        @Test
        void isMissedByNobodyWhenItDies() {
            session.withStore().withRole();
            session.killStore();

            var id = added();

            assertThat(apps(id)).contains(APP);
        }
    }

    @Nested
    class ThatOthersWrite {

        @Test
        void takesRightsAwayAtOnce() {
            session.withStore().withRole();
            var id = added();

            session.store().DeletePermission(TABLE, id, APP);

            Await.until("the app has nothing", () -> !apps(id).contains(APP));
        }

        @Test
        void takesDocumentsAwayAtOnce() {
            session.withStore().withRole();
            var id = added();

            var _ = session.bus().run("flatpak", "permission-remove", TABLE, id).succeeded();

            Await.until("it is gone", () -> !isKnown(id));
        }

        @Test
        void givesRightsAndDocuments() {
            session.withStore().withRole();
            var id = added();
            var data = session.store().Lookup(TABLE, id).data();

            session.store().SetPermission(TABLE, false, id, APP, List.of("read", "write"));
            session.store().Set(TABLE, true, "another", Map.of("org.a.B", List.of("read")), data);

            Await.until("it may write", () -> apps(id).contains("'write'"));
            Await.until("there is another", () -> isKnown("another"));
        }

        @Test
        void keepsOtherPeoplesRows() {
            session.withStore().withRole();
            var id = added();
            session.store().SetPermission(TABLE, false, id, "ubtms", List.of("read"));

            change("GrantPermissions", id, "write").ok();

            assertThat(session.store().Lookup(TABLE, id).permissions())
                    .containsEntry("ubtms", List.of("read"))
                    .containsEntry(APP, List.of("read", "write"));
        }
    }

    @Nested
    class ThatCannotWrite {

        private final ScriptedStore store = new ScriptedStore(session.bus().connect());

        @AfterEach
        void close() {
            store.close();
        }

        @Test
        void isToldOfAndChangesNothing() {
            session.withRole();
            var id = added();
            store.mode(Mode.FULL);

            assertThat(add().kind()).isEqualTo("Failed");
            assertThat(change("GrantPermissions", id, "write").kind()).isEqualTo("Failed");

            assertThat(apps(id)).contains("['read']");
            assertThat(session.host().call("List", "('',)").words())
                    .as("one id and its path")
                    .hasSize(2)
                    .contains(id);
        }

        @Test
        void doesNotKeepRightsFromEnding() {
            session.withRole();
            var revoked = added();
            var deleted = added();
            store.mode(Mode.FULL);

            assertThat(change("RevokePermissions", revoked, "read").kind()).isEqualTo("Failed");
            assertThat(session.host().call("Delete", "('" + deleted + "',)").kind())
                    .isEqualTo("Failed");

            assertThat(apps(revoked)).doesNotContain(APP);
            assertThat(isKnown(deleted)).isFalse();
            store.mode(Mode.SERVING);
            Await.until("it is written later", () -> store.rows(revoked).isEmpty());
            Await.until("it is deleted later", () -> !store.ids().contains(deleted));
            assertThat(apps(revoked)).doesNotContain(APP);
        }

        @Test
        void isWaitedForTwoSecondsOnly() {
            session.withRole();
            var id = added();
            store.mode(Mode.SILENT);

            long before = System.nanoTime();
            assertThat(change("GrantPermissions", id, "write").kind()).isEqualTo("Failed");

            assertThat((System.nanoTime() - before) / 1e9).isBetween(1.5, 6.0);
            assertThat(apps(id)).contains("['read']");
        }
    }
}
