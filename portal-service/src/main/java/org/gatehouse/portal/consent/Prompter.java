package org.gatehouse.portal.consent;

/// Asks the person. Blocks until there is an answer.
@FunctionalInterface
public interface Prompter {

    /// Shows the question and waits, without any time limit.
    ///
    /// Called on a virtual thread of the question's own; an interrupt closes the dialog.
    ///
    /// @throws InterruptedException if everybody who waited for the answer has left
    Answer ask(Question question) throws InterruptedException;
}
