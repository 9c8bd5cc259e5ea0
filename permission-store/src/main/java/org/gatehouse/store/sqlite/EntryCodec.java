package org.gatehouse.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The permissions of an entry as bytes: for each app its id, the number of its words, the words; a
/// string is its length in UTF-8 bytes and the bytes. Numbers are four bytes, big-endian.
///
/// Threads: any.
final class EntryCodec {

    private EntryCodec() {}

    static byte[] encode(Map<String, List<String>> permissions) {
        var out = new Out();
        permissions.forEach((app, words) -> {
            out.put(app);
            out.put(words);
        });
        return out.bytes();
    }

    static byte[] encode(List<String> words) {
        var out = new Out();
        out.put(words);
        return out.bytes();
    }

    /// The permissions in these bytes.
    ///
    /// @throws StoreFault if they are not of this form
    static Map<String, List<String>> decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var permissions = new LinkedHashMap<String, List<String>>();
        try {
            while (in.hasRemaining()) {
                permissions.put(string(in), words(in));
            }
            return permissions;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw StoreFault.damaged("permissions are cut short");
        }
    }

    /// The words in these bytes.
    ///
    /// @throws StoreFault if they are not of this form
    static List<String> decodeWords(byte[] bytes) {
        try {
            return words(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw StoreFault.damaged("words are cut short");
        }
    }

    private static List<String> words(ByteBuffer in) {
        int count = in.getInt();
        if (count == 1) {
            return List.of(string(in));
        }
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(string(in));
        }
        return List.copyOf(words);
    }

    private static String string(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static final class Out {
        private ByteBuffer buffer = ByteBuffer.allocate(256);

        void put(List<String> words) {
            room(Integer.BYTES).putInt(words.size());
            words.forEach(this::put);
        }

        void put(String text) {
            var bytes = text.getBytes(UTF_8);
            room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer.array(), buffer.position());
        }

        private ByteBuffer room(int more) {
            if (buffer.remaining() < more) {
                int capacity = Math.max(2 * buffer.capacity(), buffer.position() + more);
                buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
            }
            return buffer;
        }
    }
}
