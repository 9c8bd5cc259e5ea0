package org.gatehouse.prompt;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// The keys and buttons that are held down, and since when.
///
/// A repeated press of the same key, as a held key makes them, stays the press that it was. Used
/// from one thread.
///
/// @param <K> what can be pressed
public final class Presses<K> {

    private final Map<K, Long> held = new HashMap<>();

    /// The key went down, or repeats.
    ///
    /// @return whether it is a press of its own and not a repetition
    public boolean began(K key, long now) {
        return held.putIfAbsent(key, now) == null;
    }

    /// The key was let go.
    ///
    /// @return when its press began; empty if that was never seen
    public OptionalLong ended(K key) {
        var began = held.remove(key);
        return began == null ? OptionalLong.empty() : OptionalLong.of(began);
    }

    /// Whatever is held down belongs to something else now.
    public void forget() {
        held.clear();
    }
}
