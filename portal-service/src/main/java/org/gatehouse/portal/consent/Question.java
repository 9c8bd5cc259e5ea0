package org.gatehouse.portal.consent;

import java.util.List;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.RequestHandle;
import org.jspecify.annotations.Nullable;

/// One question to the person.
///
/// @param rank the level asked for
/// @param offer what can be answered
/// @param reason the app's own words, not verified; empty if it gave none
/// @param place where it is shown and under which handle it can be ended
/// @param along what the same dialog asks for too, as choices of yes and no
/// @param madeAt when the app made its request, by `System.nanoTime`
public record Question(
        Caller caller,
        PermissionClass resource,
        int rank,
        Offer offer,
        String reason,
        Place place,
        List<PermissionClass> along,
        long madeAt) {

    /// Where the dialog belongs.
    ///
    /// @param handle the request's path, which the backend's dialog has too
    public record Place(RequestHandle handle, ParentWindow parent) {}

    /// What the person can say, and what becomes of it.
    ///
    /// @param held what the app already has, less than it asks for; null for nothing
    /// @param lifespans how long the answer may hold, shortest first, not empty
    /// @param kept the answer is remembered; not where the person wants to be asked each time
    public record Offer(
            StoredDecision.@Nullable Granted held, List<Lifespan> lifespans, boolean kept) {

        public Offer {
            lifespans = List.copyOf(lifespans);
        }
    }

    /// What makes two questions equal: the same app asks for the same.
    Object sameness() {
        return List.of(
                caller.app(),
                resource.id(),
                rank,
                along.stream().map(PermissionClass::id).toList());
    }
}
