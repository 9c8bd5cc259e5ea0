package org.gatehouse.documents.fuse;

/// Answers requests.
///
/// Each thread of a [FuseConnection] has one of its own, so that it may keep what belongs to a
/// thread; what they share is for them to guard.
@FunctionalInterface
public interface FuseHandler {

    /// What [#answer] returns if nothing is to be sent, now or ever, by the thread that asks.
    int NO_REPLY = Integer.MIN_VALUE;

    /// Does what is asked. It may block: there are other threads for other requests.
    ///
    /// @param reply empty; what follows its header if all goes well
    /// @return 0, a negated error number, or [#NO_REPLY]
    int answer(FuseRequest request, FuseReply reply);
}
