package org.gatehouse.portal.consent;

import java.util.List;
import org.gatehouse.catalogue.PermissionClass;
import org.jspecify.annotations.Nullable;

/// A request for a resource, before it is known whether anybody has to be asked.
///
/// @param rank the level asked for; 0 for nothing
/// @param reason the app's own words, not verified; empty if it gave none
/// @param along what the same dialog asks for too, as choices of yes and no; stored with a grant
/// @param madeAt when the app made it, by `System.nanoTime`
public record ConsentRequest(
        Caller caller,
        PermissionClass resource,
        int rank,
        String reason,
        Question.Place place,
        List<PermissionClass> along,
        long madeAt) {

    public ConsentRequest {
        along = List.copyOf(along);
    }

    /// A request for one thing only.
    public ConsentRequest(
            Caller caller,
            PermissionClass resource,
            int rank,
            String reason,
            Question.Place place,
            long madeAt) {
        this(caller, resource, rank, reason, place, List.of(), madeAt);
    }

    Question question(StoredDecision.@Nullable Granted held) {
        return new Question(caller, resource, rank, held, reason, place, along, madeAt);
    }
}
