package org.gatehouse.portal.consent;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Decision.Terms;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.protocol.AppIdentity;

/// The questions that are open now: equal ones of one app share a dialog, and no app can flood the
/// person with them.
///
/// Threads: [#ask] on the virtual thread of each request. `open` is guarded by itself; nothing
/// waits while it is held.
@Singleton
public final class Questions {

    /// How long a request that was made before an answer may take to get here.
    private static final long SHARED_FOR = Duration.ofSeconds(10).toNanos();

    private final Prompter prompter;
    private final Grants grants;
    private final Ledger ledger;
    private final DialogTurns turns;
    private final Silence silence;
    private final Map<Object, SharedQuestion> open = new HashMap<>();

    @Inject
    Questions(Prompter prompter, Grants grants, Ledger ledger, DialogTurns turns, Silence silence) {
        this.turns = turns;
        this.prompter = prompter;
        this.grants = grants;
        this.ledger = ledger;
        this.silence = silence;
    }

    /// Asks the person, together with equal questions that are open already. An explicit answer is
    /// remembered once, before anybody learns it.
    ///
    /// @throws InterruptedException if this request was closed or its caller left the bus; the
    ///   dialog goes with the last request that waits for it
    Answer ask(Question question) throws InterruptedException {
        if (silence.holds(question.sameness())) {
            return new Answer.Unanswered("refused several times a moment ago");
        }
        return join(question).await();
    }

    /// How many are open, shown or waiting.
    public int count() {
        synchronized (open) {
            return (int) open.values().stream().filter(each -> !each.isOver()).count();
        }
    }

    private SharedQuestion join(Question question) {
        synchronized (open) {
            var shared = open.get(question.sameness());
            if (shared != null && shared.join(question.madeAt())) {
                return shared;
            }
            var fresh = new SharedQuestion(asked -> dialog(question, asked));
            open.put(question.sameness(), fresh);
            return fresh;
        }
    }

    private Answer dialog(Question question, SharedQuestion shared) throws InterruptedException {
        try (var turn = turns.await(question.caller().app(), DialogTurns.QUESTIONS)) {
            if (!turn.granted()) {
                forget(question, shared);
                return new Answer.Unanswered("too many questions of this app are waiting");
            }
            tell(Kind.ASKED, question, question.resource().level(question.rank()).choice());
            var answer = prompter.ask(question);
            if (shared.settle()) {
                settled(question, answer);
                return answer;
            }
            forget(question, shared);
            return answer;
        } catch (InterruptedException | RuntimeException e) {
            forget(question, shared);
            throw e;
        } finally {
            synchronized (open) {
                open.values().removeIf(each -> !each.isShared(SHARED_FOR));
            }
        }
    }

    private void forget(Question question, SharedQuestion shared) {
        synchronized (open) {
            open.remove(question.sameness(), shared);
        }
    }

    private void settled(Question question, Answer answer) {
        switch (answer) {
            case Answer.Granted granted -> granted(question, granted);
            case Answer.Refused() -> refused(question);
            case Answer.Dismissed() -> {
                silence.refused(question.sameness());
                tell(Kind.DISMISSED, question, "the question was closed without an answer");
            }
            case Answer.Unanswered(var why) -> tell(Kind.DISMISSED, question, why);
            // whoever asked puts it on the list of those that wait
            case Answer.Nobody() -> {}
        }
    }

    private void granted(Question question, Answer.Granted answer) {
        var key = keptUnder(question);
        var lifespan = answer.lifespan();
        int rank = answer.rank();
        if (key.isPresent() && lifespan != Lifespan.ONCE) {
            var terms = new Terms(lifespan, 0, false, question.reason(), false);
            remember(key.get(), question, rank, terms);
            question.along().forEach(each -> rememberAlong(key.get(), each, answer, terms));
            return;
        }
        tell(Kind.GRANTED, question, question.resource().level(rank).choice() + ", this time");
    }

    private void rememberAlong(
            GrantKey key, PermissionClass along, Answer.Granted answer, Terms terms) {
        if (!along.handling().lifespans().contains(terms.lifespan())) {
            return;
        }
        boolean yes = answer.along().getOrDefault(along.id(), false);
        int highest = along.highest();
        grants.remember(
                new Decision(
                        key,
                        along,
                        yes ? highest : 0,
                        highest,
                        new Terms(terms.lifespan(), 0, !yes, terms.reason(), false)));
    }

    /// Refusing more leaves what was granted before, and covers what was asked for now.
    private void refused(Question question) {
        silence.refused(question.sameness());
        var held = question.offer().held();
        var terms =
                new Terms(
                        held == null ? Lifespan.ALWAYS : held.lifespan(),
                        held == null ? 0 : held.until(),
                        true,
                        question.reason(),
                        false);
        keptUnder(question)
                .ifPresentOrElse(
                        key -> remember(key, question, held == null ? 0 : held.rank(), terms),
                        () -> tell(Kind.DENIED, question, "by the person"));
    }

    private void remember(GrantKey key, Question question, int rank, Terms terms) {
        grants.remember(new Decision(key, question.resource(), rank, question.rank(), terms));
    }

    /// Only what a sandbox vouches for is kept: a host program's name is a label, not an identity.
    /// Where the person wants to be asked each time, that wish stays.
    private static Optional<GrantKey> keptUnder(Question question) {
        boolean vouched = question.caller().identity() instanceof AppIdentity.Sandboxed;
        return vouched && question.offer().kept() ? question.caller().grantKey() : Optional.empty();
    }

    private void tell(Kind kind, Question question, String text) {
        ledger.record(new Event(kind, question.resource(), question.caller().grantKey(), text));
    }
}
