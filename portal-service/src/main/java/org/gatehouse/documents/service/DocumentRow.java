package org.gatehouse.documents.service;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.wire.Signatures;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.bus.wire.WireReader;
import org.gatehouse.bus.wire.WireWriter;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.documents.FileKey;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;

/// A document as the permission store keeps it.
///
/// Shape: `(ay path, t device, t inode, u flags, ay handle)`, the path with a NUL at its end; older
/// entries have no handle. Flags: 1 unique, 2 transient, 4 folder. Each app has its permissions as
/// words; words and app ids that mean nothing are overlooked.
final class DocumentRow {

    private static final String SHAPE = "(ayttuay)";
    private static final String OLDER_SHAPE = "(ayttu)";
    private static final long UNIQUE = 1;
    private static final long TRANSIENT = 2;
    private static final long DIRECTORY = 4;

    private DocumentRow() {}

    /// The data of an entry.
    static RawVariant data(Document document) {
        long flags =
                (document.isUnique() ? UNIQUE : 0)
                        | (document.isPersistent() ? 0 : TRANSIENT)
                        | (document.isDirectory() ? DIRECTORY : 0);
        var anchor = document.anchor();
        var fields =
                List.of(
                        document.path().wire(),
                        unsigned(anchor.device()),
                        unsigned(anchor.inode()),
                        new UInt32(flags),
                        anchor.handleBytes());
        var writer = new WireWriter();
        writer.write(Signatures.single(SHAPE), fields);
        return new RawVariant(SHAPE, writer.toBytes());
    }

    private static UInt64 unsigned(long value) {
        return new UInt64(value >>> 32, value & 0xFFFF_FFFFL);
    }

    /// The permissions of an entry: app → words.
    static Map<String, List<String>> rows(Document document) {
        var rows = new LinkedHashMap<String, List<String>>();
        document.permissions()
                .forEach(
                        (app, granted) -> rows.put(app.value(), DocumentPermission.words(granted)));
        return rows;
    }

    /// The document that an entry is; empty if it is none.
    static Optional<Document> parse(
            DocumentId id, Map<String, List<String>> rows, RawVariant data) {
        if (!data.signature().equals(SHAPE) && !data.signature().equals(OLDER_SHAPE)) {
            return Optional.empty();
        }
        try {
            var reader = new WireReader(data.bytes(), true, List.of());
            var fields = (Object[]) reader.read(Signatures.single(data.signature()));
            return HostPath.ofWire((byte[]) fields[0])
                    .map(path -> document(id, path, fields, permissions(rows)));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private static Document document(
            DocumentId id,
            HostPath path,
            Object[] fields,
            Map<AppId, Set<DocumentPermission>> permissions) {
        long flags = ((UInt32) fields[3]).longValue();
        var handle = fields.length > 4 ? (byte[]) fields[4] : new byte[0];
        var anchor =
                FileKey.of(
                        ((UInt64) fields[1]).value().longValue(),
                        ((UInt64) fields[2]).value().longValue(),
                        handle);
        return new Document(
                id,
                path,
                anchor,
                (flags & DIRECTORY) != 0,
                (flags & UNIQUE) != 0,
                (flags & TRANSIENT) == 0,
                permissions);
    }

    private static Map<AppId, Set<DocumentPermission>> permissions(Map<String, List<String>> rows) {
        var permissions = new HashMap<AppId, Set<DocumentPermission>>();
        rows.forEach((name, words) -> {
            var granted =
                    words.stream()
                            .flatMap(word -> DocumentPermission.ofWord(word).stream())
                            .collect(Collectors.toUnmodifiableSet());
            var app = AppId.parse(name);
            if (app.isPresent() && !granted.isEmpty()) {
                permissions.put(app.get(), granted);
            }
        });
        return permissions;
    }
}
