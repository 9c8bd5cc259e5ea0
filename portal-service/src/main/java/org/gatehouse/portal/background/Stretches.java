package org.gatehouse.portal.background;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How long instances ran without a window, from one window, or the start, to the next, or the end.
///
/// What is shorter than it takes to be judged counts for nothing: an app that starts has no window
/// yet. Pure; threads: one.
final class Stretches {

    static final Duration SHORTEST = Windowless.APART;

    /// One that is over.
    record Stretch(Instance instance, Instant from, Instant to) {}

    private final Map<Instance, Instant> running = new HashMap<>();

    /// One look.
    ///
    /// @return those that have ended since the last one
    List<Stretch> look(Set<Instance> windowless, Instant now) {
        var over = new ArrayList<Stretch>();
        running.forEach((instance, from) -> {
            if (!windowless.contains(instance)
                    && Duration.between(from, now).compareTo(SHORTEST) >= 0) {
                over.add(new Stretch(instance, from, now));
            }
        });
        running.keySet().retainAll(windowless);
        windowless.forEach(each -> running.putIfAbsent(each, now));
        return over;
    }
}
