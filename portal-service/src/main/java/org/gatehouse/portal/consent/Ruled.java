package org.gatehouse.portal.consent;

import java.util.List;

/// A verdict and how it came about.
///
/// @param steps the rules that were looked at, in order; the last one decides
public record Ruled(Verdict verdict, List<Step> steps) {

    public Ruled {
        steps = List.copyOf(steps);
    }
}
