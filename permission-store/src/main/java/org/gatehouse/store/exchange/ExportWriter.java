package org.gatehouse.store.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.PermissionStore;
import org.gatehouse.store.StoredGrant;

/// Writes what a store keeps as a document.
///
/// Left out: grants that end with the login session, and the table of documents. Threads: one.
public final class ExportWriter {

    private final JsonGenerator json;
    private String table = "";

    private ExportWriter(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the document, as it is at one moment, and closes `out`. The store shows that moment
    /// until then: nobody else should be able to hold it up.
    public static void write(PermissionStore store, OutputStream out) throws IOException {
        try (var json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new ExportWriter(json).document(store);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void document(PermissionStore store) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", Exported.FORMAT);
        json.writeNumberField("version", Exported.VERSION);
        json.writeObjectFieldStart("tables");
        var _ = store.visit(this::entry);
        endTable();
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void entry(EntryKey key, Entry entry, List<StoredGrant> grants) {
        if (key.table().value().equals(Exported.DOCUMENTS)) {
            return;
        }
        try {
            beginTable(key.table().value());
            json.writeObjectFieldStart(key.id());
            data(entry);
            rows(entry, grants);
            grants(entry, grants);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginTable(String name) throws IOException {
        if (!name.equals(table)) {
            endTable();
            table = name;
            json.writeObjectFieldStart(name);
        }
    }

    private void endTable() throws IOException {
        if (!table.isEmpty()) {
            json.writeEndObject();
        }
    }

    private void data(Entry entry) throws IOException {
        json.writeObjectFieldStart("data");
        json.writeStringField("signature", entry.data().signature());
        json.writeBinaryField("value", entry.data().bytes());
        json.writeEndObject();
    }

    private void rows(Entry entry, List<StoredGrant> grants) throws IOException {
        var decided =
                grants.stream()
                        .filter(grant -> grant.kind().isPresent())
                        .map(StoredGrant::app)
                        .collect(Collectors.toSet());
        json.writeObjectFieldStart("rows");
        for (var row : entry.permissions().entrySet()) {
            if (!decided.contains(row.getKey())) {
                json.writeFieldName(row.getKey());
                words(row.getValue());
            }
        }
        json.writeEndObject();
    }

    private void grants(Entry entry, List<StoredGrant> grants) throws IOException {
        json.writeArrayFieldStart("grants");
        var lasting =
                grants.stream()
                        .filter(ExportWriter::lasts)
                        // the row of the app is that of the last one
                        .sorted(
                                Comparator.comparing(StoredGrant::app)
                                        .thenComparing(grant ->
                                                grant.words().equals(entry.of(grant.app()))))
                        .toList();
        for (var stored : lasting) {
            grant(stored.kind().orElseThrow(), stored.app(), stored.grant().orElseThrow());
        }
        json.writeEndArray();
    }

    private static boolean lasts(StoredGrant stored) {
        return stored.kind().isPresent()
                && stored.grant()
                        .filter(grant -> !(grant.lifespan() instanceof Lifespan.Session))
                        .isPresent();
    }

    private void grant(AppKind kind, String app, Grant grant) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kind.word());
        json.writeStringField("app", app);
        json.writeFieldName("words");
        words(grant.permissions());
        json.writeStringField("lifespan", grant.lifespan().word());
        if (grant.lifespan() instanceof Lifespan.Until(var time)) {
            json.writeNumberField("until", time);
        }
        json.writeStringField("decided-by", grant.decider().word());
        json.writeStringField("reason", grant.reason());
        json.writeStringField("accuracy", grant.accuracy());
        json.writeBooleanField("implied", grant.implied());
        json.writeNumberField("decided", grant.decided());
        json.writeNumberField("last-use", grant.lastUse());
        json.writeNumberField("uses", grant.uses());
        json.writeEndObject();
    }

    private void words(List<String> words) throws IOException {
        json.writeStartArray();
        for (var word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }
}
