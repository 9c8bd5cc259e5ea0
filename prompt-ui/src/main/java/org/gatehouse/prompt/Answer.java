package org.gatehouse.prompt;

import java.util.List;

/// What came of a question. Only the first two were said by the person.
public sealed interface Answer {

    /// Yes, with these choices, in the order in which they were asked.
    record Allowed(List<Selection> choices) implements Answer {

        public Allowed {
            choices = List.copyOf(choices);
        }
    }

    /// An explicit no.
    record Denied() implements Answer {}

    /// No answer: Escape, a closed window, a question taken back, no room to show it.
    record Dismissed() implements Answer {}

    /// What was selected in one [Choice].
    ///
    /// @param choice the id of the choice
    /// @param option the id of the option; `true` or `false` for a check box
    record Selection(String choice, String option) {}
}
