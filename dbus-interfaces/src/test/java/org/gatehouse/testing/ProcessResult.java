package org.gatehouse.testing;

/// How a program ended and what it printed.
public record ProcessResult(int exit, String out, String err) {

    /// What it printed, if it went well.
    ///
    /// @throws AssertionError if its exit status is not 0
    public String succeeded() {
        if (exit != 0) {
            throw new AssertionError("exit status " + exit + ": " + out + err);
        }
        return out;
    }
}
