package org.gatehouse.ctl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/// Values of the bus as JSON: dictionaries are objects, lists and structs arrays, integers numbers.
///
/// Only ASCII goes out, everything else as `\\uXXXX`: a terminal shows no other text's commands.
final class Json {

    private static final int LAST_OF_ASCII = 126;

    private Json() {}

    /// As people read it, over several lines.
    static String pretty(Object value) {
        return write(value, true);
    }

    /// On one line.
    static String compact(Object value) {
        return write(value, false);
    }

    private static String write(Object value, boolean pretty) {
        var text = new StringWriter();
        try (var to = new JsonFactory().createGenerator(text)) {
            to.setHighestNonEscapedChar(LAST_OF_ASCII);
            if (pretty) {
                to.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            write(value, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator to) throws IOException {
        switch (value) {
            case Variant<?> variant -> write(variant.getValue(), to);
            case Fields fields -> writeObject(fields.values(), to);
            case Map<?, ?> map -> writeObject(map, to);
            case List<?> list -> writeArray(list, to);
            case Object[] struct -> writeArray(List.of(struct), to);
            case Boolean flag -> to.writeBoolean(flag);
            case Double number -> to.writeNumber(number);
            case Number number -> to.writeNumber(number.longValue());
            default -> to.writeString(value.toString());
        }
    }

    private static void writeObject(Map<?, ?> map, JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (var entry : map.entrySet()) {
            to.writeFieldName(String.valueOf(entry.getKey()));
            write(entry.getValue(), to);
        }
        to.writeEndObject();
    }

    private static void writeArray(List<?> list, JsonGenerator to) throws IOException {
        to.writeStartArray();
        for (var element : list) {
            write(element, to);
        }
        to.writeEndArray();
    }
}
