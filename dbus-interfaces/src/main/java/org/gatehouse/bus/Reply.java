package org.gatehouse.bus;

/// The answer to a call that its handler left open with [Invocation#detach()].
///
/// Threads: any; only the first answer counts.
public interface Reply {

    /// Nothing, as the answer of a method without out arguments.
    Object NOTHING = new Object();

    /// @param value what the handler's method would have returned, or [#NOTHING]
    void complete(Object value);

    /// Answers with the error that the handler would have thrown.
    void fail(Throwable cause);
}
