package org.gatehouse.ctl;

/// How the program ends. Documented in the manual: scripts rely on the numbers.
enum ExitStatus {
    FINE(0),
    /// It failed, was refused, or what was named is not there.
    FAILED(1),
    WRONG_USAGE(2),
    NOT_REACHABLE(3),
    /// What was to be changed has been changed by somebody else meanwhile.
    CONFLICT(4);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
