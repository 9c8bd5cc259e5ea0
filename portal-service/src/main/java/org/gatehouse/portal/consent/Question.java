package org.gatehouse.portal.consent;

import java.util.List;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.RequestHandle;

/// One question to the person.
///
/// @param rank the level asked for
/// @param held the level the app already has; 0 for none
/// @param reason the app's own words, not verified; empty if it gave none
/// @param place where it is shown and under which handle it can be ended
public record Question(
        Caller caller, Resource resource, int rank, int held, String reason, Place place) {

    /// Where the dialog belongs.
    ///
    /// @param handle the request's path, which the backend's dialog has too
    public record Place(RequestHandle handle, ParentWindow parent) {}

    /// What makes two questions equal: the same app asks for the same.
    Object sameness() {
        return List.of(caller.app(), resource.name(), rank, held);
    }
}
