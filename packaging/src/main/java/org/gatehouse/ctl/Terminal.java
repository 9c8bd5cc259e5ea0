package org.gatehouse.ctl;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.PlainFunction;

/// What is behind the standard descriptors.
final class Terminal {

    static final int INPUT = 0;
    static final int OUTPUT = 1;
    static final int ERRORS = 2;

    private static final long TIOCGWINSZ = 0x5413;
    private static final int NO_TERMINAL = -1;

    private Terminal() {}

    static boolean isAt(int descriptor) {
        return columns(descriptor) != NO_TERMINAL;
    }

    /// The width of the terminal at a descriptor; 0 where it is not known, or there is none.
    static int width(int descriptor) {
        return Math.max(0, columns(descriptor));
    }

    private static int columns(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            var size = arena.allocate(8, 8);
            long result =
                    new PlainFunction("ioctl")
                            .call(Libc.callState(arena), descriptor, TIOCGWINSZ, size.address());
            return result < 0 ? NO_TERMINAL : size.get(ValueLayout.JAVA_SHORT, 2) & 0xFFFF;
        }
    }
}
