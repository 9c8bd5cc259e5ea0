package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.Decision;
import org.gatehouse.portal.consent.Decision.Terms;
import org.gatehouse.portal.consent.GrantKey;
import org.gatehouse.portal.consent.Grants;
import org.gatehouse.portal.consent.StoredDecision;
import org.gatehouse.portal.consent.Verdict;
import org.gatehouse.protocol.AppIdentity.Host;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens to an instance that runs without a window: nothing, a notice that asks the person,
/// or its end.
///
/// Threads: each instance on a virtual thread of its own, which is interrupted when the instance
/// ends while the person is asked.
final class Judgement {

    private static final Logger LOG = LoggerFactory.getLogger(Judgement.class);
    private static final String FORBIDDEN = "it ran without a window and may not";

    private final ConsentGate gate;
    private final Grants grants;
    private final Catalogue catalogue;
    private final AppStates states;
    private final AppNames names;
    private final Stopping stopping;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Inject
    Judgement(
            ConsentGate gate,
            Grants grants,
            Catalogue catalogue,
            AppStates states,
            AppNames names,
            Stopping stopping) {
        this.gate = gate;
        this.grants = grants;
        this.catalogue = catalogue;
        this.states = states;
        this.names = names;
        this.stopping = stopping;
    }

    /// Judges one instance. The person is told of each once.
    ///
    /// @throws InterruptedException if the instance has ended meanwhile
    void judge(Instance instance) throws InterruptedException {
        if (instance.identity() instanceof Host) {
            // may do so unless somebody refused it
            refuse(instance);
            return;
        }
        switch (gate.stored(caller(instance), permission())) {
            case StoredDecision.Granted _ -> LOG.debug("{} may run so", instance.app());
            case StoredDecision.Refused() -> stopping.stop(instance, FORBIDDEN);
            case StoredDecision.AskEachTime() -> tell(instance, false);
            case StoredDecision.Unset(), StoredDecision.Garbled(), StoredDecision.NoStore() ->
                    byPolicy(instance);
            case StoredDecision.Unreadable() ->
                    LOG.warn("{} is not judged: the store does not answer", instance.app());
        }
    }

    /// Nobody has decided: the person is told, unless it is laid down that it may not.
    private void byPolicy(Instance instance) throws InterruptedException {
        switch (gate.explain(caller(instance), permission(), 1, true).verdict()) {
            case Verdict.Deny _ -> stopping.stop(instance, FORBIDDEN);
            case Verdict.Defer(var why) ->
                    LOG.info("nobody is told of {} now: {}", instance.app(), why);
            case Verdict.Allow(_, var reason) when reason == Verdict.Reason.RETIRED ->
                    LOG.debug("{} may run so, as every app", instance.app());
            case Verdict.Allow _, Verdict.Ask _ -> tell(instance, true);
        }
    }

    /// What is stored about an app has changed: is it refused now?
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    void refuse(Instance instance) throws InterruptedException {
        if (gate.stored(caller(instance), permission()) instanceof StoredDecision.Refused) {
            stopping.stop(instance, "the permission to run in the background was taken back");
        }
    }

    /// @param kept whether the answer is remembered: not where the person wants to be asked
    private void tell(Instance instance, boolean kept) throws InterruptedException {
        if (!told.add(instance.id())) {
            return;
        }
        var app = instance.app().value();
        switch (states.tell(app, names.of(instance.app()))) {
            case FORBID -> {
                remember(instance, kept, 0);
                stopping.stop(instance, "the person did not want it to run in the background");
            }
            case ALLOW -> remember(instance, kept, 1);
            case THIS_INSTANCE -> LOG.debug("{} may go on this time", app);
        }
    }

    private void remember(Instance instance, boolean kept, int rank) {
        var key = caller(instance).grantKey();
        if (kept && key.isPresent()) {
            remember(key.get(), rank);
        }
    }

    private void remember(GrantKey key, int rank) {
        var terms = new Terms(Lifespan.ALWAYS, 0, rank == 0, "", false);
        grants.remember(new Decision(key, permission(), rank, 1, terms));
    }

    /// Instances that are gone are forgotten.
    void retain(Set<String> running) {
        told.retainAll(running);
    }

    private static Caller caller(Instance instance) {
        return new Caller("", instance.identity());
    }

    private PermissionClass permission() {
        return catalogue.get(BackgroundPortal.CLASS);
    }
}
