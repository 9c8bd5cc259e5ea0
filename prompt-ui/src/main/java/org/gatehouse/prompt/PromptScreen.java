package org.gatehouse.prompt;

/// Where questions are shown to the person.
@FunctionalInterface
public interface PromptScreen {

    /// Shows a question. Returns at once; may be called from any thread.
    ///
    /// @param course told how it goes, on any thread, maybe before this method returns
    Shown show(Prompt prompt, Course<Answer> course);

    /// A question on the screen.
    @FunctionalInterface
    interface Shown {

        /// Takes the question away. Nothing is told to its [Course] any more, unless it was told
        /// already. From any thread, more than once.
        void close();
    }

    /// What becomes of a question: one of the two, once.
    ///
    /// @param <A> what questions of this kind are answered with
    interface Course<A> {

        void answered(A answer);

        /// It would lie under the buttons of another window: to be shown again when one has gone.
        void noRoom();
    }
}
