package org.gatehouse.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Moment;
import org.gatehouse.store.StoredValue;

/// The content of a row of `undo`: steps, the newest last. A text is its length in UTF-8 bytes and
/// the bytes; a list is its length and its elements; what may be absent is a byte, 0 or 1, and then
/// the value.
///
/// Threads: any.
final class UndoCodec {

    private UndoCodec() {}

    static byte[] encode(List<UndoLog.Step> steps) {
        var bytes = new ByteArrayOutputStream(256);
        try {
            var out = new Out(new DataOutputStream(bytes));
            out.list(steps, out::step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws StoreFault if the bytes are not of this form
    static List<UndoLog.Step> decode(byte[] bytes) {
        try {
            var in = new In(new DataInputStream(new ByteArrayInputStream(bytes)));
            return in.list(in::step);
        } catch (IOException | PortalException e) {
            throw StoreFault.damaged("what can be undone is cut short");
        }
    }

    private interface Writing<T> {
        void write(T value) throws IOException;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private record Out(DataOutputStream data) {

        <T> void list(List<T> values, Writing<T> each) throws IOException {
            data.writeInt(values.size());
            for (var value : values) {
                each.write(value);
            }
        }

        private <T> void optional(Optional<T> value, Writing<T> writing) throws IOException {
            data.writeBoolean(value.isPresent());
            if (value.isPresent()) {
                writing.write(value.get());
            }
        }

        private void text(String text) throws IOException {
            bytes(text.getBytes(UTF_8));
        }

        private void bytes(byte[] bytes) throws IOException {
            data.writeInt(bytes.length);
            data.write(bytes);
        }

        private void step(UndoLog.Step step) throws IOException {
            data.writeLong(step.sequence());
            data.writeLong(step.time());
            text(step.event().kind().word());
            text(step.event().table());
            text(step.event().id());
            text(step.event().appKind());
            text(step.event().app());
            text(step.event().text());
            list(step.image().entries(), this::entry);
            list(step.image().grants(), this::grant);
        }

        private void entry(UndoImage.OfEntry entry) throws IOException {
            key(entry.key());
            optional(entry.dataBefore(), this::value);
            optional(entry.dataAfter(), this::value);
            list(
                    List.copyOf(entry.words().entrySet()),
                    app -> {
                        text(app.getKey());
                        list(app.getValue().before(), this::text);
                        list(app.getValue().after(), this::text);
                    });
        }

        private void key(EntryKey key) throws IOException {
            text(key.table().value());
            text(key.id());
        }

        private void value(StoredValue value) throws IOException {
            text(value.signature());
            bytes(value.bytes());
        }

        private void grant(UndoImage.OfGrant grant) throws IOException {
            key(grant.key().entry());
            text(grant.key().kind().word());
            text(grant.key().app());
            optional(grant.before(), this::before);
            data.writeLong(grant.after().orElse(-1));
        }

        private void before(UndoImage.Before before) throws IOException {
            var grant = before.grant();
            list(grant.permissions(), this::text);
            text(grant.lifespan().word());
            data.writeLong(GrantRows.until(grant.lifespan()));
            text(GrantRows.bus(grant.lifespan()));
            text(grant.decider().word());
            text(grant.reason());
            text(grant.accuracy());
            data.writeBoolean(grant.implied());
            data.writeLong(grant.decided());
            data.writeLong(grant.lastUse());
            data.writeLong(grant.uses());
            data.writeLong(before.made().moment().time());
            text(before.made().moment().boot());
            data.writeLong(before.made().moment().sinceBoot());
            data.writeLong(before.made().seenTime());
        }
    }

    private record In(DataInputStream data) {

        <T> List<T> list(Reading<T> each) throws IOException {
            int count = data.readInt();
            var values = new ArrayList<T>();
            for (int i = 0; i < count; i++) {
                values.add(each.read());
            }
            return values;
        }

        private <T> Optional<T> optional(Reading<T> reading) throws IOException {
            return data.readBoolean() ? Optional.of(reading.read()) : Optional.empty();
        }

        private String text() throws IOException {
            return new String(bytes(), UTF_8);
        }

        private byte[] bytes() throws IOException {
            int length = data.readInt();
            var bytes = data.readNBytes(Math.max(0, length));
            if (bytes.length != length) {
                throw new IOException("cut short");
            }
            return bytes;
        }

        private UndoLog.Step step() throws IOException {
            long sequence = data.readLong();
            long time = data.readLong();
            var event =
                    new LedgerEvent(
                            LedgerEvent.Kind.of(text()), text(), text(), text(), text(), text());
            var image = new UndoImage(list(this::entry), list(this::grant));
            return new UndoLog.Step(sequence, time, event, image);
        }

        private UndoImage.OfEntry entry() throws IOException {
            var key = key();
            var before = optional(this::value);
            var after = optional(this::value);
            var words = new LinkedHashMap<String, UndoImage.Words>();
            int apps = data.readInt();
            for (int i = 0; i < apps; i++) {
                words.put(text(), new UndoImage.Words(list(this::text), list(this::text)));
            }
            return new UndoImage.OfEntry(key, before, after, words);
        }

        private EntryKey key() throws IOException {
            return EntryKey.of(text(), text());
        }

        private StoredValue value() throws IOException {
            return new StoredValue(text(), bytes());
        }

        private UndoImage.OfGrant grant() throws IOException {
            var key = key();
            var kind = AppKind.of(text());
            var grantKey = new GrantKey(key, kind, text());
            var before = optional(this::before);
            long after = data.readLong();
            return new UndoImage.OfGrant(
                    grantKey, before, after < 0 ? OptionalLong.empty() : OptionalLong.of(after));
        }

        private UndoImage.Before before() throws IOException {
            var grant =
                    new Grant(
                            list(this::text),
                            Lifespan.of(text(), data.readLong(), text()),
                            Decider.of(text()),
                            text(),
                            text(),
                            data.readBoolean(),
                            data.readLong(),
                            data.readLong(),
                            data.readLong());
            var moment = new Moment(data.readLong(), text(), data.readLong());
            return new UndoImage.Before(grant, new Made(0, moment, data.readLong(), 0));
        }
    }
}
