package org.gatehouse.portal.indicator;

import java.util.List;

/// A notice with a button that opens the settings.
///
/// @param summary one line
/// @param body more, or `""`; plain text
/// @param icon a symbolic icon name
/// @param button its label
/// @param opens what the button opens
public record Notice(String summary, String body, String icon, String button, Place opens) {

    /// A place in the settings.
    ///
    /// @param action what the settings call it
    /// @param words what it is about
    public record Place(String action, List<String> words) {

        public Place {
            words = List.copyOf(words);
        }
    }
}
