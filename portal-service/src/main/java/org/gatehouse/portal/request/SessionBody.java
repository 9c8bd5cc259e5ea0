package org.gatehouse.portal.request;

/// What a portal keeps for one of its sessions.
public interface SessionBody {

    /// The session is over, whoever ended it: nothing may be sent for it once this has returned.
    ///
    /// Called once, on any thread; returns at once and stops whatever is slow elsewhere.
    void ended();
}
