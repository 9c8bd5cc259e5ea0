package org.gatehouse.portal.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A class of permission, as data: where its decisions are kept, what it is called, how it is asked
/// for. Adding a class is adding a value of this type.
///
/// @param name the class's name, such as `location`
/// @param row where and how a decision is stored
/// @param levels the degrees, least first; rank 1 is the first, rank 0 means nothing at all
/// @param wording the texts of its question
/// @param handling what is at stake and how consent is obtained
public record Resource(
        String name, Row row, List<Level> levels, Wording wording, Handling handling) {

    /// The position of the device, in the five degrees of the Location portal.
    public static final Resource LOCATION =
            new Resource(
                    "location",
                    new Row("location", "location", RowForm.LEVEL_AND_TIME),
                    List.of(
                            new Level("country", "COUNTRY", "Country only"),
                            new Level("city", "CITY", "Approximate: the city"),
                            new Level("neighborhood", "NEIGHBORHOOD", "The neighbourhood"),
                            new Level("street", "STREET", "The street"),
                            new Level("exact", "EXACT", "Precise: within a few metres")),
                    new Wording(
                            "Allow %s to use your location?",
                            "Your location shows where you are, where you live and where you go."
                                    + " Someone who learns it could find you.",
                            "find-location-symbolic",
                            "Precision"),
                    new Handling(
                            Set.of(Risk.PRIVACY, Risk.SAFETY), Confirmation.EXPLICIT, Unset.ASK));

    /// Where decisions are kept: one entry of one permission table.
    public record Row(String table, String id, RowForm form) {}

    /// The texts of a question; the only words that are ours.
    ///
    /// @param title with `%s` for the app's name
    /// @param risk what can happen, in plain words
    /// @param icon a symbolic icon name
    /// @param levels the name of the choice between levels
    public record Wording(String title, String risk, String icon, String levels) {}

    /// What is at stake, how consent is obtained, and what holds for a sandboxed app by default.
    public record Handling(Set<Risk> risks, Confirmation confirmation, Unset unset) {}

    /// What a grant can cost the person.
    public enum Risk {
        PRIVACY,
        MONEY,
        SAFETY,
        INTEGRITY
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
        REFUSE
    }

    /// The rank of the whole resource.
    public int highest() {
        return levels.size();
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
