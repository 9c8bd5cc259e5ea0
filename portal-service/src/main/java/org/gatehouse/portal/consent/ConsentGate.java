package org.gatehouse.portal.consent;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Decision.Terms;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.portal.consent.Verdict.Allow;
import org.gatehouse.portal.consent.Verdict.Ask;
import org.gatehouse.portal.consent.Verdict.Defer;
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
    private final Surroundings surroundings;
    private final Deferrals deferrals;

    @Inject
    ConsentGate(
            Grants grants,
            Questions questions,
            Ledger ledger,
            Surroundings surroundings,
            Deferrals deferrals) {
        this.grants = grants;
        this.questions = questions;
        this.ledger = ledger;
        this.surroundings = surroundings;
        this.deferrals = deferrals;
    }

    /// Decides over one request. Blocks while the store is read and while the person is asked.
    ///
    /// @throws InterruptedException if the request was closed or its caller left the bus; nothing
    ///   is stored then
    public Admission admit(ConsentRequest request) throws InterruptedException {
        var caller = request.caller();
        var stored = stored(caller.grantKey(), request.resource());
        if (stored instanceof StoredDecision.Garbled) {
            tell(Kind.CHANGED, request, "its row says what nobody understands; it counts as unset");
        }
        var now = surroundings.of(caller.identity(), request.resource());
        return switch (ConsentPolicy.decide(request.matter(stored), now).verdict()) {
            case Allow(int rank, Reason reason) -> allowed(request, stored, rank, reason);
            case Deny(Reason reason) -> denied(request, reason);
            case Defer(String why) -> deferred(request, why);
            case Ask ask ->
                    ask(request, request.question(ask, stored, now, surroundings.knowsWindows()));
        };
    }

    /// Asks about an app that was just installed, where nothing has decided yet.
    ///
    /// @throws InterruptedException if the portal is leaving; nothing is stored then
    public void askAtInstallation(ConsentRequest request) throws InterruptedException {
        var stored = stored(request.caller().grantKey(), request.resource());
        var now = surroundings.of(request.caller().identity(), request.resource()).atInstallation();
        switch (ConsentPolicy.decide(request.matter(stored), now).verdict()) {
            case Ask ask -> {
                var question = request.question(ask, stored, now, surroundings.knowsWindows());
                var _ = ask(request, question);
            }
            case Defer(String why) -> deferrals.defer(request, why);
            // whoever needs no answer is not asked
            case Allow _, Deny _ -> {}
        }
    }

    /// The verdict that a matter would get now; nothing is asked or written.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    public Ruled explain(Caller caller, PermissionClass resource, int rank, boolean reasoned)
            throws InterruptedException {
        var stored = stored(caller.grantKey(), resource);
        var matter = new Matter(caller.identity(), resource, rank, reasoned, stored);
        return ConsentPolicy.decide(matter, surroundings.of(caller.identity(), resource));
    }

    /// What is stored now, for a caller that was admitted before.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    public StoredDecision stored(Caller caller, PermissionClass resource)
            throws InterruptedException {
        return stored(caller.grantKey(), resource);
    }

    /// What holds now for a caller, beside what is stored.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    public Circumstances circumstances(Caller caller, PermissionClass resource)
            throws InterruptedException {
        return surroundings.of(caller.identity(), resource);
    }

    private StoredDecision stored(Optional<GrantKey> key, PermissionClass resource)
            throws InterruptedException {
        return key.isPresent() ? grants.find(key.get(), resource) : new StoredDecision.Unset();
    }

    /// What is implied is kept, so that it is listed and can be taken back.
    private Admission allowed(
            ConsentRequest request, StoredDecision stored, int rank, Reason reason)
            throws InterruptedException {
        var key = request.caller().grantKey();
        if (reason != Reason.IMPLIED || key.isEmpty()) {
            return new Admission.Admitted(rank, Basis.ruled(stored), Map.of());
        }
        var resource = request.resource();
        var terms = new Terms(Lifespan.ALWAYS, 0, false, request.reason(), true);
        grants.remember(
                new Decision(key.get(), resource, resource.highest(), resource.highest(), terms));
        return new Admission.Admitted(rank, Basis.ruled(stored(key, resource)), Map.of());
    }

    private Admission denied(ConsentRequest request, Reason reason) {
        tell(Kind.DENIED, request, reason.text());
        return reason == Reason.STORE_UNREADABLE
                ? new Admission.Undecided(reason.text())
                : new Admission.Refused();
    }

    private Admission deferred(ConsentRequest request, String why) {
        deferrals.defer(request, why);
        return new Admission.Undecided(why);
    }

    private void tell(Kind kind, ConsentRequest request, String text) {
        ledger.record(new Event(kind, request.resource(), request.caller().grantKey(), text));
    }

    private Admission ask(ConsentRequest request, Question question) throws InterruptedException {
        return switch (questions.ask(question)) {
            case Answer.Granted granted -> granted(question, granted);
            case Answer.Refused(), Answer.Dismissed() -> new Admission.Refused();
            case Answer.Unanswered(var why) -> new Admission.Undecided(why);
            case Answer.Nobody() -> deferred(request, Deferrals.NOBODY);
        };
    }

    /// What is stored is read anew: not every answer is kept, and what was kept counts from now on.
    private Admission granted(Question question, Answer.Granted answer)
            throws InterruptedException {
        var now = stored(question.caller(), question.resource());
        if (now instanceof StoredDecision.Refused) {
            return new Admission.Refused();
        }
        boolean kept =
                answer.lifespan() != Lifespan.ONCE
                        && now instanceof StoredDecision.Granted held
                        && held.rank() >= answer.rank();
        var basis = kept ? Basis.ruled(now) : new Basis(now, true, answer.lifespan());
        return new Admission.Admitted(answer.rank(), basis, answer.along());
    }
}
