package org.gatehouse.bus;

import java.io.Serial;

/// The bus cannot be reached, or the connection to it has ended.
public sealed class BusException extends RuntimeException
        permits RemoteException, CallTimeout, CallInterrupted {

    @Serial private static final long serialVersionUID = 1;

    public BusException(String message) {
        super(message);
    }

    public BusException(String message, Throwable cause) {
        super(message, cause);
    }
}
