package org.gatehouse.portal.consent;

/// Where questions wait that could not be asked. Calls block for at most 2 seconds.
@FunctionalInterface
public interface Deferrals {

    /// There is nothing that could show a question.
    String NOBODY = "nobody";

    /// Puts a question on the list; an equal one is counted again.
    ///
    /// @param why a situation, `nobody` or `policy`
    void defer(ConsentRequest request, String why);
}
