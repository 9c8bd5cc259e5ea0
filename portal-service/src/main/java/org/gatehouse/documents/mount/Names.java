package org.gatehouse.documents.mount;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// File names of our own where system calls find them. Threads: one.
final class Names {

    private static final int ROOM = 4096;

    private final MemorySegment first = Arena.ofAuto().allocate(ROOM);
    private final MemorySegment second = Arena.ofAuto().allocate(ROOM);

    /// The address of a name, until the next.
    long first(String latin1) {
        return put(first, latin1);
    }

    /// As [#first], in another place.
    long second(String latin1) {
        return put(second, latin1);
    }

    /// The address of a name, as long as the arena.
    static long put(Arena arena, String latin1) {
        return put(arena.allocate(latin1.length() + 1L), latin1);
    }

    private static long put(MemorySegment room, String latin1) {
        room.setString(0, latin1, StandardCharsets.ISO_8859_1);
        return room.address();
    }
}
