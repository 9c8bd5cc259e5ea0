package org.gatehouse.store.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gatehouse.protocol.PortalException;

/// Reads a JSON document that somebody else may have written: what is not expected is refused, with
/// line and column.
///
/// A key that comes twice, anything after the document, and what nests more than 32 deep are
/// refused as well. Threads: one.
final class StrictJson {

    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1 << 17;
    private static final long MOST_TEXT = 16 << 20;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // keys of a stranger are not to stay in memory
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_TEXT)
                                    .build())
                    .build();

    private final JsonParser parser;
    private long read;

    /// Reads what a key or an element stands for.
    interface Part<T> {
        T read(StrictJson json) throws IOException;
    }

    /// Reads the value of a key.
    interface Member {
        void read(String key) throws IOException;
    }

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /// Reads a whole document.
    ///
    /// @throws PortalException `InvalidArgument` with line and column if it is not as expected
    /// @throws IOException if it cannot be read
    static <T> T read(InputStream document, Part<T> part) throws IOException {
        try (var parser = FACTORY.createParser(document)) {
            var json = new StrictJson(parser);
            var _ = parser.nextToken();
            var read = part.read(json);
            if (parser.nextToken() != null) {
                throw json.complaint("the document has ended");
            }
            return read;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            int line = place == null ? 0 : place.getLineNr();
            int column = place == null ? 0 : place.getColumnNr();
            throw complaint(line, column, e.getOriginalMessage());
        }
    }

    /// What is wrong with the value that was read last, and where.
    PortalException complaint(String what) {
        var place = parser.currentTokenLocation();
        return complaint(place.getLineNr(), place.getColumnNr(), what);
    }

    private static PortalException complaint(int line, int column, String what) {
        return PortalException.invalidArgument(
                "line %d, column %d: %s".formatted(line, column, what));
    }

    /// Reads an object.
    void object(Member member) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            count(key.length());
            var _ = parser.nextToken();
            member.read(key);
        }
    }

    /// Reads an array.
    <T> void array(List<T> into, Part<T> element) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.add(element.read(this));
        }
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        var text = parser.getText();
        count(text.length());
        return text;
    }

    /// What is kept of a document has to fit into the memory of a small service.
    private void count(int length) {
        read += length;
        if (read > MOST_TEXT) {
            throw complaint("there is more than 16 MiB of text");
        }
    }

    /// @return ≥ 0
    long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0) {
            throw complaint("not a number from 0 to 9223372036854775807");
        }
        return parser.getLongValue();
    }

    boolean flag() throws IOException {
        if (!parser.currentToken().isBoolean()) {
            throw complaint("true or false is expected");
        }
        return parser.getBooleanValue();
    }

    /// Bytes in base64.
    byte[] bytes() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text in base64");
        var bytes = parser.getBinaryValue();
        count(bytes.length);
        return bytes;
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw complaint(what + " is expected");
        }
    }
}
