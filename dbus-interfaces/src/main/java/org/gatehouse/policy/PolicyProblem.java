package org.gatehouse.policy;

import java.nio.file.Path;

/// A file or folder of policy that is not, or not fully, in force.
///
/// @param reason with line and column where they are known
/// @param effect what that means
public record PolicyProblem(Path file, PolicyLayer layer, String reason, Effect effect) {

    /// What a problem means.
    public enum Effect {
        /// The file counts; something in it has no effect.
        WARNING,
        /// What the file said before it was broken stays in force.
        LAST_GOOD_STATE,
        /// Nothing good was ever read: nothing is allowed by policy until it is mended.
        NOTHING_ALLOWED
    }
}
