package org.gatehouse.portal.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which instances have been without a window for so long that something may be done about it: seen
/// so twice, 5 seconds apart, and not otherwise between.
///
/// Pure; threads: one.
final class Windowless {

    static final Duration APART = Duration.ofSeconds(5);

    private static final class Seen {
        private final long first;
        private boolean judged;

        private Seen(long first) {
            this.first = first;
        }
    }

    private final Map<Instance, Seen> seen = new HashMap<>();

    /// One look.
    ///
    /// @param now nanoseconds, never going back
    /// @return those that are due, each once until it has a window again
    List<Instance> look(Set<Instance> windowless, long now) {
        seen.keySet().retainAll(windowless);
        var due = new ArrayList<Instance>();
        for (var instance : windowless) {
            var known = seen.computeIfAbsent(instance, _ -> new Seen(now));
            if (!known.judged && now - known.first >= APART.toNanos()) {
                known.judged = true;
                due.add(instance);
            }
        }
        return due;
    }

    /// When the next one is due.
    ///
    /// @return nanoseconds from now, not negative; empty if none waits
    Optional<Long> nextDue(long now) {
        return seen.values().stream()
                .filter(each -> !each.judged)
                .map(each -> Math.max(0, each.first + APART.toNanos() - now))
                .min(Long::compare);
    }

    /// Those of which something was, or is being, decided.
    Set<Instance> judged() {
        return seen.entrySet().stream()
                .filter(each -> each.getValue().judged)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// What was decided of all of them counts no longer: they are due again at the next look.
    void judgeAgain() {
        seen.values().forEach(each -> each.judged = false);
    }
}
