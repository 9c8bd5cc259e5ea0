package org.gatehouse.portal.diagnosis;

import java.util.List;

/// Looks whether a part of the portal has what it needs.
@FunctionalInterface
public interface SelfTest {

    /// What was found. Blocks for at most a few seconds; changes nothing.
    List<Check> run();

    /// One thing that was looked at.
    ///
    /// @param name what it is, in one or two words
    /// @param advice what to do, `""` if nothing
    record Check(String name, State state, String text, String advice) {

        public static Check good(String name, String text) {
            return new Check(name, State.GOOD, text, "");
        }
    }

    /// How it is.
    enum State {
        GOOD,
        WARNING,
        BAD
    }
}
