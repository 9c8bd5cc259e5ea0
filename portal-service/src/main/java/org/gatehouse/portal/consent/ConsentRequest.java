package org.gatehouse.portal.consent;

import java.util.List;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Question.Offer;
import org.gatehouse.portal.consent.Verdict.Ask;

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

    Matter matter(StoredDecision stored) {
        return new Matter(caller.identity(), resource, rank, !reason.isBlank(), stored);
    }

    Question question(Ask ask, StoredDecision stored, Circumstances now, boolean windows) {
        boolean kept = !(stored instanceof StoredDecision.AskEachTime);
        var lifespans = kept ? lifespans(now, windows) : List.of(Lifespan.ONCE);
        var offer = new Offer(ask.held(), lifespans, kept);
        return new Question(caller, resource, ask.rank(), offer, reason, place, along, madeAt);
    }

    /// While in use is for those of whom it can be told.
    private List<Lifespan> lifespans(Circumstances now, boolean windows) {
        var laid = now.ruling().lifespans().value();
        var offered =
                laid.stream().filter(each -> each != Lifespan.WHILE_IN_USE || windows).toList();
        return offered.isEmpty() ? List.of(Lifespan.ONCE) : offered;
    }
}
