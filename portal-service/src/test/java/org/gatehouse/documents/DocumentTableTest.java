package org.gatehouse.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.documents.DocumentPermission.READ;
import static org.gatehouse.documents.DocumentPermission.WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;

class DocumentTableTest {

    private static final AppId EDITOR = new AppId("org.example.Editor");
    private static final AppId VIEWER = new AppId("org.example.Viewer");
    private static final HostPath LETTER = new HostPath("/home/me/letter");
    private static final FileKey FOLDER = new FileKey(1, 2, "");

    private final DocumentTable table = new DocumentTable();

    private static Document document(String id, HostPath path) {
        return new Document(new DocumentId(id), path, FOLDER, false, false, true, Map.of());
    }

    @Test
    void findsADocumentByIdPathAndApp() {
        var letter = document("a1", LETTER).with(EDITOR, Set.of(READ));

        table.put(letter);

        assertThat(table.find(letter.id())).contains(letter);
        assertThat(table.at(LETTER)).containsExactly(letter);
        assertThat(table.of(EDITOR)).containsExactly(letter);
        assertThat(table.apps()).containsExactly(EDITOR);
    }

    @Test
    void findsAMovedDocumentAtItsNewPlaceOnly() {
        var letter = document("a1", LETTER);
        var moved = letter.movedTo(new HostPath("/home/me/old/letter"), FOLDER);
        table.put(letter);

        table.put(moved);

        assertThat(table.at(LETTER)).isEmpty();
        assertThat(table.at(moved.path())).containsExactly(moved);
    }

    @Test
    void findsNothingForAnAppThatHoldsNothingAnyLonger() {
        var letter =
                document("a1", LETTER).with(EDITOR, Set.of(READ, WRITE)).with(VIEWER, Set.of(READ));
        table.put(letter);

        table.put(letter.with(EDITOR, Set.of()));

        assertThat(table.of(EDITOR)).isEmpty();
        assertThat(table.apps()).containsExactly(VIEWER);
    }

    @Test
    void keepsSeveralDocumentsOfOnePath() {
        table.put(document("a1", LETTER));
        table.put(document("a2", LETTER));

        table.remove(new DocumentId("a1"));

        assertThat(table.at(LETTER)).containsExactly(document("a2", LETTER));
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void tellsOfEachChangeBeforeItReturns() {
        var heard = new ArrayList<String>();
        table.listen(id -> heard.add(id + " " + table.find(id).isPresent()));

        table.put(document("a1", LETTER));
        table.remove(new DocumentId("a1"));
        table.remove(new DocumentId("a1"));

        assertThat(heard).isEqualTo(List.of("a1 true", "a1 false"));
    }
}
