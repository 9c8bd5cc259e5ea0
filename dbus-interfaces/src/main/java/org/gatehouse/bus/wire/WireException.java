package org.gatehouse.bus.wire;

import java.io.Serial;

/// A message or value that is not what the D-Bus specification allows, or not what was expected.
///
/// Concerns one message only: whoever catches it answers or drops that message and goes on.
public final class WireException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    public WireException(String message) {
        super(message, null, false, false);
    }
}
