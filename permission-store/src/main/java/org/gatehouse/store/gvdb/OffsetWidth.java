package org.gatehouse.store.gvdb;

/// How many bytes each framing offset of a GVariant container takes.
///
/// Source: GLib, `gvariant-serialiser.c`, `gvs_get_offset_size` and `gvs_calculate_total_size`.
final class OffsetWidth {

    private static final int MAX_ONE = 0xff;
    private static final int MAX_TWO = 0xffff;

    private OffsetWidth() {}

    /// The width in a container of that many bytes, offsets included.
    static int forSize(int size) {
        if (size > MAX_TWO) {
            return 4;
        }
        return size > MAX_ONE ? 2 : 1;
    }

    /// The width for a container of that many bytes without its offsets.
    static int forBody(int body, int offsets) {
        if (body + (long) offsets <= MAX_ONE) {
            return 1;
        }
        return body + 2L * offsets <= MAX_TWO ? 2 : 4;
    }
}
