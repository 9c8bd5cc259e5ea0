package org.gatehouse.policy;

import java.util.HashMap;
import java.util.Map;
import org.gatehouse.catalogue.TomlException;
import org.gatehouse.catalogue.TomlFile;
import org.jspecify.annotations.Nullable;

/// What is laid down beside the rules; null is what a file does not name.
///
/// Tables: `[backend.NAME]` with `foreign-refusal` = remember or dismissed; `[unused]` with `days`;
/// `[while-in-use]` with `grace-seconds`; `[indicator]` with `notify` = background, always or
/// never.
///
/// @param refusals name of a backend → whether its "no" is an explicit refusal, to be remembered
/// @param unusedDays days after which an unused grant turns back to a question; 0 for never
/// @param graceSeconds how long an app counts as in use after its last window went
record PolicyTables(
        Map<String, Boolean> refusals,
        @Nullable Integer unusedDays,
        @Nullable Integer graceSeconds,
        @Nullable IndicatorMode indicator) {

    static final PolicyTables DEFAULTS =
            new PolicyTables(Map.of(), 90, 30, IndicatorMode.BACKGROUND);

    private static final int MOST_DAYS = 3_660;
    private static final int MOST_SECONDS = 24 * 60 * 60;

    /// What a backend's "no" means.
    enum Refusal {
        REMEMBER,
        DISMISSED
    }

    PolicyTables {
        refusals = Map.copyOf(refusals);
    }

    static PolicyTables read(TomlFile file) throws TomlException {
        var backends = file.table("backend");
        var refusals = new HashMap<String, Boolean>();
        for (var name : backends.names()) {
            backends.table(name)
                    .word("foreign-refusal", Refusal.class)
                    .ifPresent(refusal -> refusals.put(name, refusal == Refusal.REMEMBER));
        }
        return new PolicyTables(
                refusals,
                file.table("unused").number("days", 0, MOST_DAYS).orElse(null),
                file.table("while-in-use").number("grace-seconds", 0, MOST_SECONDS).orElse(null),
                file.table("indicator").word("notify", IndicatorMode.class).orElse(null));
    }

    /// These, overridden by what a later file names.
    PolicyTables then(PolicyTables later) {
        var all = new HashMap<>(refusals);
        all.putAll(later.refusals);
        return new PolicyTables(
                all,
                later(unusedDays, later.unusedDays),
                later(graceSeconds, later.graceSeconds),
                later(indicator, later.indicator));
    }

    private static <T> @Nullable T later(@Nullable T earlier, @Nullable T later) {
        return later == null ? earlier : later;
    }
}
