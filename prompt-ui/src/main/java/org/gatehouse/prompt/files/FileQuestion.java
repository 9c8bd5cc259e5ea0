package org.gatehouse.prompt.files;

import java.util.List;
import java.util.Optional;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Standing;
import org.gatehouse.protocol.HostPath;

/// An app asks the person to pick files.
///
/// @param standing who asks, and where the window belongs
public record FileQuestion(
        Standing standing, FileMode mode, FileWords words, Offer offer, Start start) {

    private static final int MOST_CHOICES = 16;
    private static final int MOST_FILTERS = 64;

    /// What the app lets the person choose beside the files.
    ///
    /// @param current the filter that applies at first; the only one if there are no filters
    public record Offer(
            List<FileFilter> filters, Optional<FileFilter> current, List<Choice> choices) {

        public Offer {
            filters = List.copyOf(filters.subList(0, Math.min(filters.size(), MOST_FILTERS)));
            choices = List.copyOf(choices.subList(0, Math.min(choices.size(), MOST_CHOICES)));
        }
    }

    /// Where the app wants the person to begin. Both are only wishes.
    ///
    /// @param folder to be shown at first
    /// @param file to be overwritten, of [FileMode.SaveFile] only
    public record Start(Optional<HostPath> folder, Optional<HostPath> file) {

        public static Start anywhere() {
            return new Start(Optional.empty(), Optional.empty());
        }
    }
}
