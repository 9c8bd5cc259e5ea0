package org.gatehouse.documents.mount;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;

/// A process that serves one file, for one app, until its input ends: `ServedDocument POINT FILE`.
///
/// It says `ready` once it does.
final class ServedDocument {

    static final String ID = "served";

    private ServedDocument() {}

    public static void main(String[] arguments) throws Exception {
        var table = new DocumentTable();
        var file = Path.of(arguments[1]);
        var anchor = Mounted.key(java.util.Objects.requireNonNull(file.getParent()));
        var rights = Set.of(DocumentPermission.READ, DocumentPermission.WRITE);
        table.put(
                new Document(
                        new DocumentId(ID),
                        new HostPath(arguments[1]),
                        anchor,
                        false,
                        false,
                        false,
                        Map.of(Mounted.EDITOR, rights)));
        try (var _ = DocumentMount.start(table, new HostPath(arguments[0]))) {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // until the input ends
            }
        }
    }
}
