package org.gatehouse.prompt;

import java.util.List;
import org.gatehouse.protocol.ParentWindow;

/// A question to the person, made fit to be shown.
///
/// @param appId the id that the portal found out, `""` if it found none
/// @param parentWindow as the app says, unchecked
/// @param modal whether the parent window waits for the answer
public record Prompt(
        String appId,
        Wording wording,
        List<Choice> choices,
        ParentWindow parentWindow,
        boolean modal) {

    private static final int MOST_CHOICES = 16;

    public Prompt {
        choices = List.copyOf(choices.subList(0, Math.min(choices.size(), MOST_CHOICES)));
    }
}
