package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.PermissionClass.Unset;
import org.gatehouse.portal.consent.Verdict.Allow;
import org.gatehouse.portal.consent.Verdict.Ask;
import org.gatehouse.portal.consent.Verdict.Deny;
import org.gatehouse.portal.consent.Verdict.Reason;
import org.gatehouse.protocol.AppIdentity;
import org.jspecify.annotations.Nullable;

/// The rule of consent. Pure: the same arguments give the same verdict, and nothing else is read.
public final class ConsentPolicy {

    private static final int NONE = 0;

    private ConsentPolicy() {}

    /// Decides over one request. Earlier lines win: a lockdown beats a stored yes.
    ///
    /// @param asked the rank asked for; 0 gets nothing and so needs no answer
    public static Verdict decide(
            AppIdentity subject,
            PermissionClass resource,
            int asked,
            StoredDecision stored,
            Policy policy) {
        if (policy.locked()) {
            return new Deny(Reason.LOCKDOWN);
        }
        return switch (stored) {
            case StoredDecision.Refused() -> new Deny(Reason.STORED);
            case StoredDecision.Unreadable() -> new Deny(Reason.STORE_UNREADABLE);
            case StoredDecision.Granted held -> granted(subject, asked, held, policy);
            case StoredDecision.AskEachTime(), StoredDecision.NoStore() -> ask(asked, null, policy);
            case StoredDecision.Unset(), StoredDecision.Garbled() ->
                    unset(subject, resource, asked, policy);
        };
    }

    private static Verdict granted(
            AppIdentity subject, int asked, StoredDecision.Granted held, Policy policy) {
        boolean decided = asked <= held.covers() || subject instanceof AppIdentity.Host;
        return decided
                ? new Allow(Math.min(asked, held.rank()), Reason.STORED)
                : ask(asked, held, policy);
    }

    private static Verdict unset(
            AppIdentity subject, PermissionClass resource, int asked, Policy policy) {
        return switch (subject) {
            case AppIdentity.Host _ -> new Allow(asked, Reason.HOST_APP);
            case AppIdentity.Unknown _ -> ask(asked, null, policy);
            case AppIdentity.Sandboxed _ -> byDefault(resource.handling().unset(), asked, policy);
        };
    }

    private static Verdict byDefault(Unset unset, int asked, Policy policy) {
        return switch (unset) {
            case ASK -> ask(asked, null, policy);
            case ALLOW -> new Allow(asked, Reason.DEFAULT);
            case DENY -> new Deny(Reason.DEFAULT);
        };
    }

    private static Verdict ask(int asked, StoredDecision.@Nullable Granted held, Policy policy) {
        if (asked == NONE) {
            return new Allow(NONE, Reason.NOTHING_ASKED);
        }
        return policy.mayAsk() ? new Ask(held) : new Deny(Reason.NEVER_ASK);
    }
}
