package org.gatehouse.store.gvdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.store.Entry;
import org.gatehouse.store.StoredValue;

/// Turns D-Bus bytes into GVariant bytes.
///
/// GVariant keeps no lengths in front: a container ends with the offsets at which its members end,
/// as wide as the container's size needs, and leaves out those of members of a fixed size. D-Bus
/// bytes here come from the bus layer or the database and have been checked there.
///
/// Source: GVariant Specification, section 2.
///
/// Threads: one.
public final class GVariantEncoder {

    private final Bytes out;
    private final ByteBuffer in;
    private final int maxDepth;

    private GVariantEncoder(Bytes out, byte[] in, int maxDepth) {
        this.out = out;
        this.in = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
        this.maxDepth = maxDepth;
    }

    /// The content of a value.
    ///
    /// @param maxDepth how many containers, variants among them, may be within one another
    /// @throws IllegalArgumentException if it is deeper, or not well formed
    public static byte[] encode(StoredValue value, int maxDepth) {
        var out = new Bytes();
        encode(out, value, maxDepth);
        return out.toArray();
    }

    /// An entry as the reference keeps it: a variant that holds a `(va{sas})`.
    static byte[] encode(Entry entry) {
        var out = new Bytes();
        encode(out, entry.data(), Integer.MAX_VALUE);
        putType(out, entry.data().signature());
        int endOfData = out.size();
        putRows(out, entry.permissions());
        putOffsets(out, 0, List.of(endOfData));
        putType(out, TableFile.ENTRY);
        return out.toArray();
    }

    private static void putRows(Bytes out, Map<String, List<String>> rows) {
        int start = out.size();
        var ends = new ArrayList<Integer>();
        rows.forEach((app, words) -> {
            int rowStart = out.size();
            putString(out, app);
            int endOfApp = out.size();
            putWords(out, words);
            putOffsets(out, rowStart, List.of(endOfApp));
            ends.add(out.size());
        });
        putOffsets(out, start, ends);
    }

    private static void putWords(Bytes out, List<String> words) {
        int start = out.size();
        var ends = new ArrayList<Integer>();
        for (var word : words) {
            putString(out, word);
            ends.add(out.size());
        }
        putOffsets(out, start, ends);
    }

    private static void putString(Bytes out, String text) {
        out.put(text.getBytes(UTF_8));
        out.put(0);
    }

    private static void putType(Bytes out, String signature) {
        out.put(0);
        out.put(signature.getBytes(UTF_8));
    }

    /// The offsets that end a container which began at `start`.
    private static void putOffsets(Bytes out, int start, List<Integer> ends) {
        int width = OffsetWidth.forBody(out.size() - start, ends.size());
        for (int end : ends) {
            out.putNumber(end - start, width);
        }
    }

    private static void encode(Bytes out, StoredValue value, int maxDepth) {
        var encoder = new GVariantEncoder(out, value.bytes(), maxDepth);
        try {
            encoder.value(Type.of(value.signature()), 0);
        } catch (java.nio.BufferUnderflowException e) {
            throw new IllegalArgumentException("value is cut short", e);
        }
        if (encoder.in.hasRemaining()) {
            throw new IllegalArgumentException("value is too long");
        }
    }

    private void value(Type type, int depth) {
        if (depth > maxDepth) {
            throw new IllegalArgumentException("value is too deep");
        }
        in.position(Type.aligned(in.position(), type.dbusAlignment()));
        out.align(type.gvariantAlignment());
        switch (type.code()) {
            case 'b' -> out.put(in.getInt());
            case 'y', 'n', 'q', 'i', 'u', 'h', 'x', 't', 'd' -> copy(type.gvariantSize());
            case 's', 'o' -> copy(in.getInt() + 1);
            case 'g' -> copy((in.get() & 0xff) + 1);
            case 'v' -> variant(depth + 1);
            case 'a' -> array(type.element(), depth + 1);
            default -> structure(type, depth + 1);
        }
    }

    private void copy(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("value is cut short");
        }
        out.put(in.array(), in.position(), in.position() + length);
        in.position(in.position() + length);
    }

    private void variant(int depth) {
        int length = in.get() & 0xff;
        var signature =
                new String(in.array(), in.position(), Math.min(length, in.remaining()), UTF_8);
        in.position(in.position() + signature.length() + 1);
        value(Type.of(signature), depth);
        putType(out, signature);
    }

    private void array(Type element, int depth) {
        int length = in.getInt();
        in.position(Type.aligned(in.position(), element.dbusAlignment()));
        int end = in.position() + length;
        int start = out.size();
        var ends = new ArrayList<Integer>();
        while (in.position() < end) {
            value(element, depth);
            if (!element.isFixed()) {
                ends.add(out.size());
            }
        }
        putOffsets(out, start, ends);
    }

    private void structure(Type type, int depth) {
        int start = out.size();
        var ends = new ArrayList<Integer>();
        for (var member : type.members()) {
            value(member, depth);
            if (!member.isFixed()) {
                ends.add(out.size());
            }
        }
        if (type.isFixed()) {
            out.align(type.gvariantAlignment());
        } else if (!type.members().getLast().isFixed()) {
            // the last member ends where the offsets begin
            ends.removeLast();
        }
        putOffsets(out, start, ends.reversed());
    }
}
