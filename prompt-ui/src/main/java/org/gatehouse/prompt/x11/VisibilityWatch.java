package org.gatehouse.prompt.x11;

import java.lang.foreign.Arena;
import java.util.function.Consumer;

/// Tells when something lies over a window, also something that takes no focus.
///
/// A partly covered window counts as covered: an overlay that leaves just the Allow button free is
/// what this is about. Under a compositor the server reports every window as free; what the
/// compositor itself draws above windows cannot be noticed by anybody.
///
/// Threads: one of its own per window, with its own connection; ends when the window is gone.
final class VisibilityWatch {

    private static final long VISIBILITY_AND_STRUCTURE = 1L << 16 | 1L << 17;
    private static final int VISIBILITY_NOTIFY = 15;
    private static final int DESTROY_NOTIFY = 17;
    private static final int UNOBSCURED = 0;

    private VisibilityWatch() {}

    static void start(String displayName, long window, Consumer<Boolean> covered) {
        var display = XDisplay.open(displayName);
        display.ifPresent(opened -> {
            opened.selectInput(window, VISIBILITY_AND_STRUCTURE);
            Thread.ofPlatform()
                    .daemon()
                    .name("visibility-" + Long.toHexString(window))
                    .start(() -> watch(opened, covered));
        });
    }

    private static void watch(XDisplay display, Consumer<Boolean> covered) {
        try (display;
                var arena = Arena.ofConfined()) {
            var event = XDisplay.eventBuffer(arena);
            int type = 0;
            while (type != DESTROY_NOTIFY) {
                display.nextEvent(event);
                type = XDisplay.eventType(event);
                if (type == VISIBILITY_NOTIFY) {
                    covered.accept(XDisplay.visibility(event) != UNOBSCURED);
                }
            }
        }
    }
}
