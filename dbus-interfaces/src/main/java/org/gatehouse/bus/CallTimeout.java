package org.gatehouse.bus;

import java.io.Serial;

/// A call of ours was not answered before its deadline.
public final class CallTimeout extends BusException {

    @Serial private static final long serialVersionUID = 1;

    CallTimeout(String message) {
        super(message);
    }
}
