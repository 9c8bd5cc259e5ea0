package org.gatehouse.prompt;

import java.util.List;
import org.gatehouse.protocol.ParentWindow;

/// A question to the person, made fit to be shown.
///
/// @param appId the id that the portal found out, `""` if it found none
/// @param parentWindow as the app says, unchecked
/// @param manner how the question stands on the desktop
public record Prompt(
        String appId,
        Wording wording,
        List<Choice> choices,
        ParentWindow parentWindow,
        Manner manner) {

    private static final int MOST_CHOICES = 16;

    /// How a question stands on the desktop.
    public enum Manner {
        /// A dialog for which the parent window waits.
        MODAL,
        /// A dialog beside the parent window.
        MODELESS,
        /// A notice at the edge, which never takes the focus and may be left unanswered:
        /// [Answer.Dismissed] stands for "this time".
        NOTICE
    }

    public Prompt {
        choices = List.copyOf(choices.subList(0, Math.min(choices.size(), MOST_CHOICES)));
    }

    /// What the window system has to know of it.
    public Standing standing() {
        return new Standing(appId, parentWindow, manner);
    }
}
