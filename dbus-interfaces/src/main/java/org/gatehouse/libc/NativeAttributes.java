package org.gatehouse.libc;

import java.lang.foreign.MemorySegment;

/// The extended attributes of one file; of [NativeFiles#attributesOf], until that is called again.
///
/// Names, values and rooms are addresses; each method returns a size ≥ 0, or the negated error
/// number. Threads: the one of its [NativeFiles].
public final class NativeAttributes {

    private static final PlainFunction GET = new PlainFunction("getxattr");
    private static final PlainFunction SET = new PlainFunction("setxattr");
    private static final PlainFunction LIST = new PlainFunction("listxattr");
    private static final PlainFunction REMOVE = new PlainFunction("removexattr");

    private final MemorySegment state;
    private long file;

    NativeAttributes(MemorySegment state) {
        this.state = state;
    }

    void of(long path) {
        file = path;
    }

    /// @param size of the room; 0 asks only for the size of the value
    public int get(long name, long into, int size) {
        return (int) GET.call(state, file, name, into, size, 0);
    }

    public int set(long name, long value, int size, int flags) {
        return (int) SET.call(state, file, name, value, size, flags);
    }

    /// @param size of the room; 0 asks only for the size of the list
    public int list(long into, int size) {
        return (int) LIST.call(state, file, into, size);
    }

    public int remove(long name) {
        return (int) REMOVE.call(state, file, name, 0);
    }
}
