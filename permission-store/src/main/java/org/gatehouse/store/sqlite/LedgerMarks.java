package org.gatehouse.store.sqlite;

import java.nio.ByteBuffer;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerFilter;

/// What is to be found in a stretch of the ledger: a Bloom filter over what its records are about,
/// and the oldest and newest time. It may say "perhaps" where there is nothing, never "no" where
/// there is something.
///
/// An index in the usual sense would cost each append several pages at places all over the
/// database; this costs one row for every so many records.
///
/// Threads: one at a time.
final class LedgerMarks {

    private static final int KEY = 1;
    private static final int APP = 2;
    private static final int APP_KIND = 3;
    private static final int KIND = 4;
    private static final int KEY_AND_APP = 5;
    private static final int KEY_AND_KIND = 6;
    private static final int APP_AND_KIND = 7;

    private final long[] bits;
    private long oldest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;

    /// @param size in bits, a power of two
    LedgerMarks(int size) {
        bits = new long[size / Long.SIZE];
    }

    private LedgerMarks(long[] bits, long oldest, long newest) {
        this.bits = bits;
        this.oldest = oldest;
        this.newest = newest;
    }

    static LedgerMarks of(byte[] bytes, long oldest, long newest) {
        var bits = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(bits);
        return new LedgerMarks(bits, oldest, newest);
    }

    /// One that says "perhaps" to everything.
    static LedgerMarks unknown(int size) {
        var bits = new long[size / Long.SIZE];
        java.util.Arrays.fill(bits, -1);
        return new LedgerMarks(bits, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static LedgerMarks read(ByteBuffer in, int size) {
        long oldest = in.getLong();
        long newest = in.getLong();
        var bits = new long[size / Long.SIZE];
        in.asLongBuffer().get(bits);
        in.position(in.position() + size / Byte.SIZE);
        return new LedgerMarks(bits, oldest, newest);
    }

    void write(ByteBuffer out) {
        out.putLong(oldest).putLong(newest).put(bytes());
    }

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(bits.length * Long.BYTES);
        bytes.asLongBuffer().put(bits);
        return bytes.array();
    }

    long oldest() {
        return oldest;
    }

    long newest() {
        return newest;
    }

    void clear() {
        java.util.Arrays.fill(bits, 0);
        oldest = Long.MAX_VALUE;
        newest = Long.MIN_VALUE;
    }

    void add(long time, LedgerEvent event) {
        long key = key(event.table(), event.id());
        long app = event.app().hashCode();
        long kind = event.kind().word().hashCode();
        set(mark(KEY, key, 0));
        set(mark(APP, app, 0));
        set(mark(APP_KIND, event.appKind().hashCode(), 0));
        set(mark(KIND, kind, 0));
        set(mark(KEY_AND_APP, key, app));
        set(mark(KEY_AND_KIND, key, kind));
        set(mark(APP_AND_KIND, app, kind));
        oldest = Math.min(oldest, time);
        newest = Math.max(newest, time);
    }

    /// What a record that passes must have left here: one of these lines, and of it all marks.
    static long[][] wanted(LedgerFilter filter) {
        if (filter.kinds().isEmpty()) {
            return new long[][] {wanted(filter, 0, false)};
        }
        return filter.kinds().stream()
                .map(kind -> wanted(filter, kind.word().hashCode(), true))
                .toArray(long[][]::new);
    }

    private static long[] wanted(LedgerFilter filter, long kind, boolean hasKind) {
        var marks = new long[7];
        int count = 0;
        if (hasKind) {
            marks[count++] = mark(KIND, kind, 0);
        }
        if (filter.appKind().isPresent()) {
            marks[count++] = mark(APP_KIND, filter.appKind().get().hashCode(), 0);
        }
        long app = filter.app().map(String::hashCode).orElse(0);
        if (filter.app().isPresent()) {
            marks[count++] = mark(APP, app, 0);
            if (hasKind) {
                marks[count++] = mark(APP_AND_KIND, app, kind);
            }
        }
        if (filter.entry().isPresent()) {
            long key = key(filter.entry().get().table().value(), filter.entry().get().id());
            marks[count++] = mark(KEY, key, 0);
            if (filter.app().isPresent()) {
                marks[count++] = mark(KEY_AND_APP, key, app);
            }
            if (hasKind) {
                marks[count++] = mark(KEY_AND_KIND, key, kind);
            }
        }
        return java.util.Arrays.copyOf(marks, count);
    }

    /// Whether there may be a record that passes.
    boolean mayHold(long[][] wanted, LedgerFilter filter) {
        if (filter.since() > newest || (filter.until() != 0 && filter.until() <= oldest)) {
            return false;
        }
        for (var line : wanted) {
            if (hasAll(line)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAll(long[] marks) {
        for (long mark : marks) {
            if (!has((int) mark) || !has((int) (mark >>> 32))) {
                return false;
            }
        }
        return true;
    }

    private void set(long mark) {
        set((int) mark);
        set((int) (mark >>> 32));
    }

    private void set(int place) {
        bits[(place >>> 6) & (bits.length - 1)] |= 1L << place;
    }

    private boolean has(int place) {
        return (bits[(place >>> 6) & (bits.length - 1)] & 1L << place) != 0;
    }

    private static long key(String table, String id) {
        return 31L * table.hashCode() + id.hashCode();
    }

    /// Two places in one number, spread evenly.
    ///
    /// Source: the finaliser of MurmurHash3 and SplitMix64.
    private static long mark(int what, long first, long second) {
        long mixed = first * 0x9E3779B97F4A7C15L + second * 0xC2B2AE3D27D4EB4FL + what;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
