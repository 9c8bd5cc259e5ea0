package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.PermissionClass;
import org.jspecify.annotations.Nullable;

/// A request for a resource, before it is known whether anybody has to be asked.
///
/// @param rank the level asked for; 0 for nothing
/// @param reason the app's own words, not verified; empty if it gave none
/// @param madeAt when the app made it, by `System.nanoTime`
public record ConsentRequest(
        Caller caller,
        PermissionClass resource,
        int rank,
        String reason,
        Question.Place place,
        long madeAt) {

    Question question(StoredDecision.@Nullable Granted held) {
        return new Question(caller, resource, rank, held, reason, place, madeAt);
    }
}
