package org.gatehouse.portal.consent;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.portal.consent.Verdict.Allow;
import org.gatehouse.portal.consent.Verdict.Ask;
import org.gatehouse.portal.consent.Verdict.Deny;
import org.gatehouse.portal.consent.Verdict.Reason;

/// Lets a request pass or not: looks up what was decided, else asks, then remembers.
///
/// Threads: any number of requests at once, each on a virtual thread of its own.
@Singleton
public final class ConsentGate {

    private final Grants grants;
    private final Questions questions;
    private final Ledger ledger;

    @Inject
    ConsentGate(Grants grants, Questions questions, Ledger ledger) {
        this.grants = grants;
        this.questions = questions;
        this.ledger = ledger;
    }

    /// Decides over one request. Blocks while the store is read and while the person is asked.
    ///
    /// @throws InterruptedException if the request was closed or its caller left the bus; nothing
    ///   is stored then
    public Admission admit(ConsentRequest request, Policy policy) throws InterruptedException {
        var caller = request.caller();
        var stored = stored(caller.grantKey(), request.resource());
        if (stored instanceof StoredDecision.Garbled) {
            tell(Kind.CHANGED, request, "its row says what nobody understands; it counts as unset");
        }
        var verdict =
                ConsentPolicy.decide(
                        caller.identity(), request.resource(), request.rank(), stored, policy);
        return switch (verdict) {
            case Allow(int rank, _) -> new Admission.Admitted(rank, stored, Map.of());
            case Deny(Reason reason) -> denied(request, reason);
            case Ask(var held) -> ask(request.question(held));
        };
    }

    /// What is stored now, for a caller that was admitted before.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    public StoredDecision stored(Caller caller, PermissionClass resource)
            throws InterruptedException {
        return stored(caller.grantKey(), resource);
    }

    private StoredDecision stored(Optional<GrantKey> key, PermissionClass resource)
            throws InterruptedException {
        return key.isPresent() ? grants.find(key.get(), resource) : new StoredDecision.Unset();
    }

    private Admission denied(ConsentRequest request, Reason reason) {
        tell(Kind.DENIED, request, reason.text());
        return reason == Reason.STORE_UNREADABLE
                ? new Admission.Undecided()
                : new Admission.Refused();
    }

    private void tell(Kind kind, ConsentRequest request, String text) {
        ledger.record(new Event(kind, request.resource(), request.caller().grantKey(), text));
    }

    private Admission ask(Question question) throws InterruptedException {
        return switch (questions.ask(question)) {
            case Answer.Granted granted -> granted(question, granted);
            case Answer.Refused(), Answer.Dismissed() -> new Admission.Refused();
            case Answer.Unanswered(_) -> new Admission.Undecided();
        };
    }

    /// What is stored is read anew: not every answer is kept, and what was kept counts from now on.
    private Admission granted(Question question, Answer.Granted answer)
            throws InterruptedException {
        var now = stored(question.caller(), question.resource());
        return now instanceof StoredDecision.Refused
                ? new Admission.Refused()
                : new Admission.Admitted(answer.rank(), now, answer.along());
    }
}
