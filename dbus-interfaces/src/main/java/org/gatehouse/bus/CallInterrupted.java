package org.gatehouse.bus;

import java.io.Serial;

/// The thread that waited for a call's answer was interrupted; its interrupt flag is set again.
///
/// The unchecked twin of `InterruptedException`, for the transcribed interfaces, whose methods
/// cannot declare one.
public final class CallInterrupted extends BusException {

    @Serial private static final long serialVersionUID = 1;

    CallInterrupted(String message) {
        super(message);
    }
}
