package org.gatehouse.store.gvdb;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A growing list of `int` outside the heap: a mirror of a million entries must not need a heap of
/// that size.
///
/// Threads: that of the arena.
final class Numbers {

    private final Arena arena;
    private MemorySegment numbers;
    private int size;

    Numbers(Arena arena) {
        this.arena = arena;
        numbers = MemorySegment.NULL;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers.getAtIndex(JAVA_INT, index);
    }

    void set(int index, int number) {
        numbers.setAtIndex(JAVA_INT, index, number);
    }

    void add(int number) {
        if (size * (long) Integer.BYTES == numbers.byteSize()) {
            var larger = arena.allocate(JAVA_INT, Math.max(64, size * 2L));
            numbers = larger.copyFrom(numbers);
        }
        set(size++, number);
    }

    /// Makes it that many zeroes.
    void fill(int length) {
        numbers = arena.allocate(JAVA_INT, length);
        size = length;
    }
}
