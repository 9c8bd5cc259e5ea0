package org.gatehouse.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A kind of permission.
///
/// @param id what it is called by programs, such as `location`: `[a-z][a-z0-9-]{0,63}`
/// @param row where and how a decision is stored
/// @param levels the degrees, least first; rank 1 is the first, rank 0 means nothing at all. At
///   least one: where there is only yes and no, it is *yes*
/// @param wording what people read
/// @param handling what is at stake and how consent is obtained
public record PermissionClass(
        String id, Row row, List<Level> levels, Wording wording, Handling handling) {

    public PermissionClass {
        levels = List.copyOf(levels);
    }

    /// Where decisions are kept: one entry of one permission table.
    public record Row(String table, String id, RowForm form) {}

    /// The words that are ours.
    ///
    /// @param name what it is, in one or two words
    /// @param description what an app that has it can do, one sentence
    /// @param icon a symbolic icon name
    /// @param question a question's title, with `%s` for the app's name
    /// @param risk what can happen, in plain words
    /// @param levels what the choice between levels is called, `""` where there is none
    /// @param buttons of a question
    public record Wording(
            String name,
            String description,
            String icon,
            String question,
            String risk,
            String levels,
            Buttons buttons) {}

    /// What the answers to a question are called.
    public record Buttons(String allow, String deny) {}

    /// What is at stake, how consent is obtained, and what holds for a sandboxed app by default.
    ///
    /// @param lifespans what may be offered, shortest first, not empty
    /// @param untilSeconds how long *until* is when a question offers it, > 0
    public record Handling(
            Set<Risk> risks,
            Usage usage,
            Confirmation confirmation,
            Unset unset,
            List<Lifespan> lifespans,
            int untilSeconds) {

        public Handling {
            risks = Set.copyOf(risks);
            lifespans = List.copyOf(lifespans);
        }
    }

    /// What a grant can cost the person.
    public enum Risk {
        PRIVACY,
        MONEY,
        SAFETY,
        INTEGRITY
    }

    /// Who may ask for it.
    public enum Usage {
        /// Any app.
        COMMON,
        /// Apps that an administrator names; for others it is a red flag.
        RESERVED,
        /// Parts of the system.
        INTERNAL
    }

    /// How consent is obtained.
    public enum Confirmation {
        /// Using it is the consent, as when a file is picked.
        IMPLICIT,
        /// By a question.
        EXPLICIT,
        /// By the provider's own dialog.
        PROVIDER
    }

    /// What holds where nothing is stored.
    public enum Unset {
        ASK,
        ALLOW,
        DENY
    }

    /// The rank of the whole permission.
    public int highest() {
        return levels.size();
    }

    /// Whether there is more than yes and no.
    public boolean hasLevels() {
        return levels.size() > 1;
    }

    /// The level of a rank.
    ///
    /// @param rank 1 to [#highest()]
    public Level level(int rank) {
        return levels.get(rank - 1);
    }

    /// The rank of the level with this id among the `choices`.
    public Optional<Integer> rankOfChoice(String choice) {
        for (int rank = 1; rank <= highest(); rank++) {
            if (level(rank).choice().equals(choice)) {
                return Optional.of(rank);
            }
        }
        return Optional.empty();
    }
}
