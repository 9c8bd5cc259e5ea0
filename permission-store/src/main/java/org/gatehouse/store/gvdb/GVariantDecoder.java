package org.gatehouse.store.gvdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.gatehouse.store.Entry;
import org.gatehouse.store.StoredValue;

/// Turns GVariant bytes into D-Bus bytes, checking every one of them.
///
/// Source: GVariant Specification, section 2; D-Bus Specification, "Marshaling".
///
/// Threads: one.
final class GVariantDecoder {

    /// As deep as D-Bus allows.
    private static final int MAX_DEPTH = 64;

    private static final Type ENTRY = Type.of(TableFile.ENTRY);
    private static final Type ROW = ENTRY.members().get(1).element();
    private static final Type WORD = Type.of("s");
    private static final Pattern OBJECT_PATH = Pattern.compile("/|(?:/[A-Za-z0-9_]+)+");

    private final Bytes out = new Bytes();

    private GVariantDecoder() {}

    /// An entry as the reference keeps it: a variant that holds a `(va{sas})`.
    static Entry decodeEntry(byte[] bytes) throws DamagedTable {
        var whole = new Frame(bytes, 0, bytes.length);
        if (!whole.variantType().equals(ENTRY)) {
            throw new DamagedTable("not an entry");
        }
        var members = whole.variantContent().members(ENTRY);
        var rows = new LinkedHashMap<String, List<String>>();
        for (var row : members.get(1).elements(ROW)) {
            var appAndWords = row.members(ROW);
            if (rows.put(appAndWords.get(0).string(), words(appAndWords.get(1))) != null) {
                throw new DamagedTable("an app with two rows");
            }
        }
        return Entry.of(rows, decodeVariant(members.get(0)));
    }

    /// The content of a variant, as a value of its own.
    static StoredValue decodeVariant(Frame variant) throws DamagedTable {
        var type = variant.variantType();
        return new StoredValue(type.text(), decode(type, variant.variantContent()));
    }

    static byte[] decode(Type type, Frame content) throws DamagedTable {
        var decoder = new GVariantDecoder();
        decoder.value(type, content, 0);
        return decoder.out.toArray();
    }

    private static List<String> words(Frame frame) throws DamagedTable {
        var words = new java.util.ArrayList<String>();
        for (var word : frame.elements(WORD)) {
            words.add(word.string());
        }
        return words;
    }

    private void value(Type type, Frame frame, int depth) throws DamagedTable {
        if (depth > MAX_DEPTH) {
            throw new DamagedTable("a value is too deep");
        }
        if (type.isFixed() && frame.size() != type.gvariantSize()) {
            throw new DamagedTable("a value of the wrong size");
        }
        out.align(type.dbusAlignment());
        switch (type.code()) {
            case 'b' -> bool(frame.bytes()[frame.from()]);
            case 'y', 'n', 'q', 'i', 'u', 'h', 'x', 't', 'd' ->
                    out.put(frame.bytes(), frame.from(), frame.to());
            case 's' -> string(frame.string());
            case 'o' -> path(frame.string());
            case 'g' -> signature(frame.string());
            case 'v' -> variant(frame, depth + 1);
            case 'a' -> array(type.element(), frame, depth + 1);
            default -> structure(type, frame, depth + 1);
        }
    }

    private void bool(byte value) throws DamagedTable {
        if (value != 0 && value != 1) {
            throw new DamagedTable("neither true nor false");
        }
        out.putInt(value);
    }

    private void string(String text) {
        var bytes = text.getBytes(UTF_8);
        out.putInt(bytes.length);
        out.put(bytes);
        out.put(0);
    }

    private void path(String text) throws DamagedTable {
        if (!OBJECT_PATH.matcher(text).matches()) {
            throw new DamagedTable("not an object path");
        }
        string(text);
    }

    private void signature(String text) throws DamagedTable {
        try {
            if (!text.isEmpty()) {
                // a list of types is what a structure holds
                var _ = Type.of(text.length() > 253 ? text : "(" + text + ")");
            }
        } catch (IllegalArgumentException e) {
            throw new DamagedTable("not a signature: " + e.getMessage());
        }
        putSignature(text);
    }

    private void putSignature(String text) {
        out.put(text.length());
        out.put(text.getBytes(UTF_8));
        out.put(0);
    }

    private void variant(Frame frame, int depth) throws DamagedTable {
        var type = frame.variantType();
        putSignature(type.text());
        value(type, frame.variantContent(), depth);
    }

    private void array(Type element, Frame frame, int depth) throws DamagedTable {
        int length = out.size();
        out.putInt(0);
        out.align(element.dbusAlignment());
        int start = out.size();
        for (var next : frame.elements(element)) {
            value(element, next, depth);
        }
        out.setInt(length, out.size() - start);
    }

    private void structure(Type type, Frame frame, int depth) throws DamagedTable {
        var frames = frame.members(type);
        for (int i = 0; i < frames.size(); i++) {
            value(type.members().get(i), frames.get(i), depth);
        }
    }
}
