package org.gatehouse.store.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.exchange.Exported.KindGrant;
import org.gatehouse.store.exchange.Exported.Place;

/// Reads a document of [ExportWriter], strictly.
///
/// Threads: one.
public final class ExportReader {

    private static final int MOST = 50_000;

    private final Map<EntryKey, Place> entries = new LinkedHashMap<>();
    private String format = "";
    private long version;
    private int decisions;

    private ExportReader() {}

    /// @throws PortalException `InvalidArgument` with line and column
    /// @throws IOException if it cannot be read
    public static Exported read(InputStream document) throws IOException {
        return StrictJson.read(document, json -> new ExportReader().document(json));
    }

    private Exported document(StrictJson json) throws IOException {
        json.object(key -> {
            switch (key) {
                case "format" -> format = json.text();
                case "version" -> version = json.number();
                case "tables" -> json.object(table -> table(table, json));
                default -> throw unknown(key, json);
            }
        });
        if (!format.equals(Exported.FORMAT)) {
            throw json.complaint("format is not " + Exported.FORMAT);
        }
        if (version != Exported.VERSION) {
            throw json.complaint("version is not " + Exported.VERSION);
        }
        return new Exported(entries);
    }

    private void table(String table, StrictJson json) throws IOException {
        if (table.equals(Exported.DOCUMENTS)) {
            throw json.complaint("documents mean files of one machine");
        }
        json.object(id -> {
            var key = checked(json, () -> EntryKey.of(table, id));
            var place = place(json);
            entries.put(key, place);
            decisions += 1 + place.rows().size() + place.grants().size();
            if (decisions > MOST) {
                throw json.complaint("there are more than 50,000 entries, rows and grants");
            }
        });
    }

    private static Place place(StrictJson json) throws IOException {
        var data = new ArrayList<StoredValue>();
        var rows = new LinkedHashMap<String, List<String>>();
        var grants = new ArrayList<KindGrant>();
        json.object(key -> {
            switch (key) {
                case "data" -> data.add(DataReader.read(json));
                case "rows" -> json.object(app -> rows.put(app, GrantReader.words(json)));
                case "grants" -> json.array(grants, GrantReader::read);
                default -> throw unknown(key, json);
            }
        });
        if (data.isEmpty()) {
            throw json.complaint("data is missing");
        }
        requireOneEach(rows, grants, json);
        return new Place(data.getFirst(), rows, List.copyOf(grants));
    }

    private static void requireOneEach(
            Map<String, List<String>> rows, List<KindGrant> grants, StrictJson json) {
        var seen = new HashSet<List<Object>>();
        for (var grant : grants) {
            if (rows.containsKey(grant.app())) {
                throw json.complaint(grant.app() + " has a row and a grant");
            }
            if (!seen.add(List.of(grant.kind(), grant.app()))) {
                throw json.complaint(grant.app() + " has two grants of one kind");
            }
        }
    }

    static PortalException unknown(String key, StrictJson json) {
        return json.complaint("the key " + key + " is unknown");
    }

    /// Says where something was refused that checks itself.
    static <T> T checked(StrictJson json, Supplier<T> value) {
        try {
            return value.get();
        } catch (PortalException e) {
            throw json.complaint(String.valueOf(e.getMessage()));
        }
    }
}
