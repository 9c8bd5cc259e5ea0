package org.gatehouse.portal.request;

import org.gatehouse.protocol.RequestHandle;

/// What a portal does for one request, as straight-line blocking code.
public interface Flow {

    /// Runs on a virtual thread of its own, after the reply with the handle has gone out.
    ///
    /// @throws InterruptedException if the request was closed or its caller left the bus; nothing
    ///   is stored then
    Outcome run(RequestHandle handle) throws InterruptedException;

    /// The request ended without a Response: closed, or its caller left. Whatever was begun is
    /// undone. Returns at once; any thread, perhaps while [#run] is still on its way out.
    void abandoned();
}
