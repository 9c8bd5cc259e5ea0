package org.gatehouse.role;

import java.io.Serial;

/// A role that cannot start. Its message is for the person at the terminal.
public final class RoleFailure extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final int exitStatus;

    public RoleFailure(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    /// The exit status of the process, as the process contract names it.
    public int exitStatus() {
        return exitStatus;
    }
}
