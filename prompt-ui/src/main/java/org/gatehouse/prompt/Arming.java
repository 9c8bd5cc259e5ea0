package org.gatehouse.prompt;

import java.time.Duration;
import java.util.OptionalLong;

/// Whether a press on a button of the window counts: not until the window has stood still, focused
/// and uncovered for 800 ms, and only if the press began after that.
///
/// An immutable state, fed with what happened and when. Times are nanoseconds of one monotonic
/// clock of any origin. Source: the rules of the dialog, "nothing answers by accident".
///
/// @param calmSince when the last event came
public record Arming(boolean shown, boolean focused, boolean covered, long calmSince) {

    /// How long the window has to be calm.
    public static final Duration DELAY = Duration.ofMillis(800);

    /// What happens to a window. Every one of them starts the delay again.
    public enum Event {
        SHOWN,
        FOCUSED,
        UNFOCUSED,
        COVERED,
        UNCOVERED,
        MOVED,
        RESIZED
    }

    /// A window that nobody can see yet.
    public static Arming unseen() {
        return new Arming(false, false, false, 0);
    }

    /// A window that nobody can see yet and that answers without having the focus, since it never
    /// takes it: not to be told of the focus.
    public static Arming unseenNotice() {
        return new Arming(false, true, false, 0);
    }

    public Arming after(Event event, long now) {
        return switch (event) {
            case SHOWN -> new Arming(true, focused, covered, now);
            case FOCUSED -> new Arming(shown, true, covered, now);
            case UNFOCUSED -> new Arming(shown, false, covered, now);
            case COVERED -> new Arming(shown, focused, true, now);
            case UNCOVERED -> new Arming(shown, focused, false, now);
            case MOVED, RESIZED -> new Arming(shown, focused, covered, now);
        };
    }

    /// Whether a press that began at `began` counts, if it ends while this state holds.
    public boolean counts(long began) {
        return isAwaited() && began - calmSince >= DELAY.toNanos();
    }

    /// When presses start to count if nothing happens before; empty while something has to happen.
    public OptionalLong armedAt() {
        return isAwaited() ? OptionalLong.of(calmSince + DELAY.toNanos()) : OptionalLong.empty();
    }

    private boolean isAwaited() {
        return shown && focused && !covered;
    }
}
