package org.gatehouse.portal.consent;

import org.gatehouse.portal.consent.Verdict.Allow;
import org.gatehouse.portal.consent.Verdict.Defer;
import org.gatehouse.portal.consent.Verdict.Deny;
import org.gatehouse.portal.consent.Verdict.Reason;
import org.jspecify.annotations.Nullable;

/// What one rule says of a matter.
///
/// @param verdict null if the rule leaves it to the next one
record Finding(String says, @Nullable Verdict verdict) {

    /// A rule and its name.
    record Rule(String name, Check check) {}

    /// A rule: a pure function.
    @FunctionalInterface
    interface Check {
        Finding of(Matter matter, Circumstances now);
    }

    static Finding next(String says) {
        return new Finding(says, null);
    }

    static Finding allow(String says, int rank, Reason reason) {
        return new Finding(says, new Allow(rank, reason));
    }

    static Finding deny(String says, Reason reason) {
        return new Finding(says, new Deny(reason));
    }

    static Finding defer(String says, String why) {
        return new Finding(says, new Defer(why));
    }
}
