package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.documents.DocumentPermission.GRANT_PERMISSIONS;
import static org.gatehouse.documents.DocumentPermission.READ;
import static org.gatehouse.documents.DocumentPermission.WRITE;

import java.util.Map;
import java.util.Set;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.FileKey;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final AppId EDITOR = new AppId("org.example.Editor");
    private static final AppId OTHER = new AppId("org.example.Other");
    private static final DocumentId LETTER = new DocumentId("letter");

    private final DocumentTable table = new DocumentTable();

    private void grant(Set<DocumentPermission> permissions) {
        var path = new HostPath("/home/ann/letter.txt");
        var anchor = new FileKey(1, 2, "");
        table.put(
                new Document(
                        LETTER, path, anchor, false, false, false, Map.of(EDITOR, permissions)));
    }

    @Test
    void showsWhatMayBeRead() {
        grant(Set.of(READ));

        assertThat(new View(EDITOR, LETTER).mayRead(table)).isTrue();
        assertThat(new View(EDITOR, LETTER).mayWrite(table)).isFalse();
    }

    @Test
    void takesChangesWhereBothMayBeDone() {
        grant(Set.of(READ, WRITE));

        assertThat(new View(EDITOR, LETTER).mayWrite(table)).isTrue();
    }

    @Test
    void doesNotTakeChangesOfWhatMayNotBeSeen() {
        grant(Set.of(WRITE, GRANT_PERMISSIONS));

        assertThat(new View(EDITOR, LETTER).mayRead(table)).isFalse();
        assertThat(new View(EDITOR, LETTER).mayWrite(table)).isFalse();
    }

    @Test
    void isNothingToAnotherApp() {
        grant(Set.of(READ, WRITE));

        assertThat(new View(OTHER, LETTER).mayRead(table)).isFalse();
    }

    @Test
    void isAllTheHosts() {
        grant(Set.of());

        assertThat(new View(null, LETTER).mayWrite(table)).isTrue();
    }

    @Test
    void isNothingWithoutADocument() {
        assertThat(new View(null, LETTER).mayRead(table)).isFalse();
    }

    @Test
    void followsTheTable() {
        grant(Set.of(READ, WRITE));
        var view = new View(EDITOR, LETTER);

        grant(Set.of(READ));

        assertThat(view.mayWrite(table)).isFalse();
    }
}
